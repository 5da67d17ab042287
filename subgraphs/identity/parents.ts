import type { AgencyContext } from '@trellis/subgraph-kit';
import type { IdentityLoaders } from './loaders.ts';

/** The context that resolvers are given: `npx trellis types` reads it. */
export type Context = AgencyContext<IdentityLoaders>;
