import type { WhoMayDecideQuery } from '../../generated/graph.ts';

/** Somebody who may decide for a child. */
export type AuthorityHolder = NonNullable<NonNullable<WhoMayDecideQuery['child']>['authorities']>[number];
