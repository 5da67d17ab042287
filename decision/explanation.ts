import type { Level, Requester } from '@trellis/vocabulary';
import type { Ground, Route } from './decision.ts';
import type { Instant } from './facts.ts';
import type { Line } from './ladder.ts';
import type { LegalAuthority, Sentence } from './rule-set.ts';

/** Why a category is permitted or not, for an officer: the ten lines at each level. */
export interface Explanation {
  readonly child: string;
  readonly requester: Requester;
  readonly purpose: string;
  readonly at: Instant;
  /** The number of the rule set that decided. */
  readonly ruleSet: number;
  readonly category: string;
  /** False: the network does not know this requester or purpose, or this family member is none of this child's; only line 10 is left. */
  readonly known: boolean;
  readonly levels: Readonly<Record<Level, Ladder>>;
  readonly routes: readonly Route[];
  /** The rules that speak of this category to this requester and purpose and do not apply, each with all that stands in the way. */
  readonly unmet: readonly UnmetRule[];
}

export type UnmetReason =
  | 'INVOLVEMENT'
  | 'CHILD_AGE'
  | 'PERSON'
  | 'NOT_OPEN'
  | 'AUTHORITY'
  | 'HARM'
  | 'CONSENT_BY'
  | 'LOCK'
  | 'EMERGENCY_NOT_OPEN';

/** A rule that would speak if something were otherwise. */
export interface UnmetRule {
  readonly rule: string;
  readonly sentence: Sentence;
  readonly reasons: readonly { readonly reason: UnmetReason; readonly sentence: Sentence }[];
}

export interface Ladder {
  readonly permitted: boolean;
  readonly decidedBy: Line;
  /** All ten, in order. */
  readonly lines: readonly ExplainedLine[];
}

export interface ExplainedLine {
  readonly line: Line;
  readonly applies: boolean;
  /** The first line that applies decides. */
  readonly decides: boolean;
  readonly sentence: Sentence;
  /** The rules and facts that speak to this line, whether or not they are enough for the line to apply. */
  readonly cites: readonly Citation[];
}

/** A rule, consent, order, approval or emergency access that an explanation rests on; a rule with its sentence and its law. */
export interface Citation extends Ground {
  readonly sentence: Sentence | null;
  readonly authority: LegalAuthority | null;
}

/** The explanation that the requester itself may be given: the open routes, and nothing of consents, orders or of whether there is a record. */
export interface RequesterExplanation {
  readonly category: string;
  readonly routes: readonly Route[];
  readonly sentence: Sentence;
}
