import { createHash } from 'node:crypto';
import { completeSdl, type Subgraph } from '@trellis/schema';
import type { NetworkFolder, Vocabulary } from '@trellis/vocabulary';
import type { Catalogue } from './catalogue.ts';
import type { Current, AgencyDraft } from './version.ts';

/** A network before anything was published: its folder, with every schema complete. */
export interface Base {
  readonly network: NetworkFolder;
  readonly subgraphs: readonly Subgraph[];
}

/** A network at one generation of its catalogue: words and schemas that belong together. Immutable. */
export interface LaidOut {
  readonly generation: number;
  readonly vocabulary: Vocabulary;
  readonly subgraphs: readonly Subgraph[];
  /** The addresses where agencies said that they answer. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Whom to call at any hour, by agency and service. */
  readonly dutyContacts: Readonly<Record<string, string>>;
  /** A hash of all that is composed. */
  readonly inputs: string;
  /** The graph, where whoever published last composed the same. */
  readonly supergraph: string | undefined;
}

/** A version that is not yet published counts as the latest of its agency. */
type Proposed = Pick<AgencyDraft, 'agency' | 'schema' | 'words' | 'address'>;

/**
 * Lays out a network with what agencies published in the place of their files; each category at the bit that the catalogue gave it.
 *
 * @throws {NetworkFolderError} where words do not fit.
 */
export async function layOut(
  { network, subgraphs }: Base,
  catalogue: Pick<Catalogue, 'bits'>,
  { generation, versions }: Current,
  proposed?: Proposed,
): Promise<LaidOut> {
  const latest = new Map<string, Proposed>(versions.map((version) => [version.agency, version]));
  if (proposed !== undefined) latest.set(proposed.agency, proposed);
  const words = new Map([...latest].map(([agency, version]) => [agency, version.words]));
  const codes = network.with(words, new Map()).vocabulary.categories.map(({ code }) => code);
  // A check gives nothing out: what is proposed may be refused.
  const bits = await catalogue.bits(proposed === undefined ? codes : []);
  const { vocabulary, dutyContacts } = network.with(words, bits);
  const all = new Map(subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  for (const [name, { schema }] of latest) all.set(name, { name, sdl: completeSdl(schema) });
  const inputs = hashOf([...all.values()]);
  const addresses = [...latest].flatMap(([agency, { address }]) => (address === undefined ? [] : [[agency, address]]));
  return {
    generation,
    vocabulary,
    dutyContacts,
    subgraphs: [...all.values()],
    addresses: Object.fromEntries(addresses) as Record<string, string>,
    inputs,
    supergraph: versions.find((version) => version.inputs === inputs)?.supergraph,
  };
}

function hashOf(subgraphs: readonly Subgraph[]): string {
  const sorted = subgraphs.map(({ name, sdl }) => [name, sdl]).sort();
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
