import { relative } from 'node:path';
import type { Base, Compose } from '@trellis/catalogue';
import { compose } from '@trellis/schema';
import { network, NetworkFolderError } from '@trellis/vocabulary';
import { recordAgencies } from './agencies.ts';
import { keptJoin } from './kept-join.ts';
import { readSubgraphs } from './read-subgraphs.ts';

/** The network as its folder has it; of an agency whose code runs here, the schema that it runs. */
export function networkBase(): Base {
  const subgraphs = readSubgraphs(network).map(({ name, sdl }) => ({
    name,
    sdl: recordAgencies.get(name)?.sdl ?? sdl,
  }));
  return { network, subgraphs };
}

/** Composes in this process, which stands still meanwhile: for its start, when nobody waits. */
export const composeHere: Compose = (subgraphs, vocabulary) => {
  const composition = compose(subgraphs, vocabulary, keptJoin);
  if ('supergraphSdl' in composition) return Promise.resolve(composition.supergraphSdl);
  const files = new Map(readSubgraphs(network).map(({ name, file }) => [name, relative(network.folder, file)]));
  const faults = composition.problems.map(
    ({ subgraph, line, message, fix }) =>
      `${files.get(subgraph) ?? subgraph}${line === undefined ? '' : `:${String(line)}`}: ${message} ${fix}`,
  );
  return Promise.reject(new NetworkFolderError(network.folder, faults));
};
