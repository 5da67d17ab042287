import type { AgencyContext } from '@trellis/subgraph-kit';
import type { MentalHealthLoaders } from './loaders.ts';

/** The context that resolvers are given, and the rows that resolvers of these types are given: `npx trellis types` reads it. */
export type Context = AgencyContext<MentalHealthLoaders>;
export type {
  RecordRow as CarePlanParent,
  RecordRow as ConditionParent,
  RecordRow as EncounterParent,
  ServiceRow as MentalHealthRecordParent,
} from './loaders.ts';
