import type { AgencyWords } from '@trellis/vocabulary';

/** The content that an agency publishes of itself. */
export interface AgencyDraft {
  readonly agency: string;
  /** Its schema as it was written, without the repeated head. */
  readonly schema: string;
  /** All its words, those of its earlier versions included: nothing that was published is taken away. */
  readonly words: AgencyWords;
  /** The address where it answers; the one that the network's operator says, unless given. */
  readonly address?: string | undefined;
  /** The id of the key that its requests are sealed with. */
  readonly keyId: string;
  /** The system that published it. */
  readonly publishedBy: string;
  /** The earlier version whose schema and address this one brings back. */
  readonly rollsBackTo?: number | undefined;
  /** The graph that it was composed into. */
  readonly supergraph: string;
  /** A hash of all that was composed: whoever composes the same may use the graph as it is. */
  readonly inputs: string;
}

/** One publication: numbered over the whole network, never changed. */
export interface Version extends AgencyDraft {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The versions in force: the latest version of each agency that published. `generation` is the highest number; 0 where nothing was published. */
export interface Current {
  readonly generation: number;
  readonly versions: readonly Version[];
}
