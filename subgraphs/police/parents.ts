import type { AgencyContext } from '@trellis/subgraph-kit';
import type { PoliceLoaders } from './loaders.ts';

/** The context that resolvers are given, and the rows that resolvers of these types are given: `npx trellis types` reads it. */
export type Context = AgencyContext<PoliceLoaders>;
export type { PersonRow as IncidentPersonParent } from './incident-categories.ts';
export type { IncidentRow as IncidentParent, MissingRow as MissingReportParent } from './loaders.ts';
