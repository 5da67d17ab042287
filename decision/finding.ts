import type { Sentence } from './rule-set.ts';

/** Something a well-formed rule set says that its author can hardly have meant. An ERROR should stop a publication. */
export interface Finding {
  readonly code:
    | 'CONTRADICTION'
    | 'NEVER_APPLIES'
    | 'SEEN_BY_NOBODY'
    | 'SEES_EVERYTHING'
    | 'DISCRETION_AS_LAW'
    | 'UNVERIFIED_LAW'
    | 'NO_FAMILY_SAFETY';
  readonly severity: 'ERROR' | 'WARNING' | 'NOTE';
  /** The rules it is about. */
  readonly rules: readonly string[];
  readonly message: Sentence;
}
