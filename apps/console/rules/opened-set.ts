import type { RuleSetImpactQuery } from '../../generated/graph.ts';

/** A rule set that is open on the page. */
export type OpenedSet = NonNullable<RuleSetImpactQuery['ruleSet']>;
