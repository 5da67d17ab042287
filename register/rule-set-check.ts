import type { Finding, RuleSetProblem } from '@trellis/decision';
import type { RuleSetDifference } from './difference-of.ts';

/** Check of a text of sharing rules before it is drafted. */
export interface RuleSetCheck {
  /** The last set published, live or still to be: what a draft must be written against. */
  readonly head: number;
  /** Places that cannot be read: nothing else is known then. */
  readonly problems: readonly RuleSetProblem[];
  readonly findings: readonly Finding[];
  readonly difference: RuleSetDifference;
}
