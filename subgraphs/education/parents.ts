import type { AgencyContext } from '@trellis/subgraph-kit';
import type { EducationLoaders } from './loaders.ts';

/** The context that resolvers are given, and the rows that resolvers of these types are given: `npx trellis types` reads it. */
export type Context = AgencyContext<EducationLoaders>;
export type {
  DisciplineRow as DisciplineIncidentParent,
  EnrolmentRow as EducationRecordParent,
  ParticipantRow as DisciplineParticipantParent,
} from './loaders.ts';
