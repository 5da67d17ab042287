import type { AgencyContext } from '@trellis/subgraph-kit';
import type { ProtectionLoaders } from './loaders.ts';

/** The context that resolvers are given, and the rows that resolvers of these types are given: `npx trellis types` reads it. */
export type Context = AgencyContext<ProtectionLoaders>;
export type {
  FileRow as ProtectionFileParent,
  PlacementRow as PlacementParent,
  ReferralRow as ReferralParent,
} from './rows.ts';
