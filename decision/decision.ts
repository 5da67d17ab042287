import type { Level, Requester } from '@trellis/vocabulary';
import type { Day, Instant } from './facts.ts';

/** A set of categories, one bit each, by their position in the vocabulary. */
export type Bits = Uint32Array;

/** A set of categories at each level. In a decision FULL ⊆ SUMMARY. */
export interface LevelSets {
  readonly SUMMARY: Bits;
  readonly FULL: Bits;
}

/** One requester and purpose, at one instant. */
export interface Question {
  readonly requester: Requester;
  readonly purpose: string;
  readonly now: Instant;
  /**
   * The day of the record asked about, where it is known. Where it is not, a permit limited to records of some days permits
   * nothing, and a refusal so limited refuses.
   */
  readonly recordedOn?: Day | undefined;
}

/** The rule, consent, order, approval or emergency access that a decision rested on. */
export interface Ground {
  readonly kind: 'RULE' | 'CONSENT' | 'ORDER' | 'APPROVAL' | 'STANDING_APPROVAL' | 'EMERGENCY';
  /** The id of the rule, consent, order, approval or emergency access. */
  readonly id: string;
}

export type ObligationCode =
  'NO_FURTHER_DISCLOSURE' | 'KEEP_SEPARATE' | 'DESTROY_BY' | 'NOTIFY_CUSTODIAN' | 'HUMAN_REVIEW';

export interface Obligation {
  readonly code: ObligationCode;
  readonly categories: readonly string[];
  /** In English; `fr` says the same in French. */
  readonly text: string;
  readonly fr: string;
}

/** The way for the requester to obtain what was withheld. */
export type Route = 'CONSENT' | 'APPROVAL' | 'EMERGENCY';

/** The answer for one requester and purpose, one child, one instant. */
export interface Decision {
  readonly child: string;
  /** The same object for as long as the same is decided on the same grounds: what follows from a decision may be kept by it. It holds nothing to read. */
  readonly basis: object;
  /** The categories that may be disclosed. */
  readonly yes: LevelSets;
  /** The grounds for one permitted category at a level; empty where it is not permitted. */
  grounds(bit: number, level: Level): readonly Ground[];
  /**
   * The disclosed categories, in the parts that are recorded apart, so that each can be shown whole to whoever may know of it and left out
   * for whoever may not: by the consents and emergency accesses behind a category, and by whether the child decides on it alone.
   */
  parts(disclosed: LevelSets): readonly LevelSets[];
  /** The obligations that travel with these permitted categories. */
  obligations(disclosed: Bits): readonly Obligation[];
  /** The open routes to one category that is not permitted: a function of rules, purpose and the requester's own involvement, never of consents or orders. Without a level: to either. */
  routes(bit: number, level?: Level): readonly Route[];
}
