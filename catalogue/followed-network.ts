import type { Subgraph } from '@trellis/schema';
import type { Vocabulary } from '@trellis/vocabulary';
import type { Catalogue } from './catalogue.ts';
import { layOut, type Base, type LaidOut } from './laid-out.ts';

/** Composes schemas, or rejects with why they do not compose. */
export type Compose = (subgraphs: readonly Subgraph[], vocabulary: Vocabulary) => Promise<string>;

/** A network that changes while processes run: its folder, with what agencies publish. */
export interface FollowedNetwork {
  readonly base: Base;
  readonly catalogue: Catalogue;
  /** The state that this process serves: only `accept` moves it. */
  readonly current: LaidOut;
  /** Reads the state that the catalogue holds now; the current one where nothing was published since. */
  read(): Promise<LaidOut>;
  /** The graph of a state. */
  supergraphOf(laid: LaidOut): Promise<string>;
  /** Moves to a state that can be served. */
  accept(laid: LaidOut): void;
}

/** Follows a catalogue from the state that it has now. */
export async function followNetwork(base: Base, catalogue: Catalogue, compose: Compose): Promise<FollowedNetwork> {
  let current = await layOut(base, catalogue, await catalogue.current());
  return {
    base,
    catalogue,
    get current() {
      return current;
    },
    async read() {
      if ((await catalogue.generation()) === current.generation) return current;
      return layOut(base, catalogue, await catalogue.current());
    },
    supergraphOf: async ({ supergraph, subgraphs, vocabulary }) => supergraph ?? compose(subgraphs, vocabulary),
    accept(laid) {
      if (laid.generation >= current.generation) current = laid;
    },
  };
}
