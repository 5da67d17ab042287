import type { Base, Compose } from '@trellis/catalogue';
import { compose } from '@trellis/schema';
import { network } from '@trellis/vocabulary';
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
  const [first] = composition.problems;
  return Promise.reject(
    new Error(
      `The graph does not compose: ${String(composition.problems.length)} problem(s), the first in ${first?.subgraph ?? '?'}: ${first?.message ?? '?'} ` +
        'Run `npx trellis compose` to see them all.',
    ),
  );
};
