import type { FileRecord, PlacementRecord } from '@trellis/subgraph-child-protection';
import type { SourcePerson } from '../source-item.ts';

/** One episode of a child's care. */
export interface EpisodeSource {
  readonly of: 'episodes';
  readonly child: string;
  readonly sourceId: string;
  readonly from: string;
  /** As `saidEnd` reads it. */
  readonly to: string | null;
  /** `S`: the child started to be looked after. */
  readonly reason: string | undefined;
  readonly legalStatus: FileRecord['legalStatus'];
  /** The setting in which the child lived; undefined where the network has no word for it. */
  readonly setting: PlacementRecord['setting'] | undefined;
}

/** One record of the return, read. */
export type Ssda903Source = { readonly of: 'children'; readonly person: SourcePerson } | EpisodeSource;
