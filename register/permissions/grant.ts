import type { Kind, Mandate } from '@trellis/vocabulary';

/** A condition on the child, the record acted on, or who asks, beside the grant's agency and role. */
export type ConditionName =
  | 'holds-an-authority'
  | 'holds-the-authority-named'
  | 'is-the-child'
  | 'agency-is-involved'
  | 'is-assigned'
  | 'of-own-agency'
  | 'is-own'
  | 'is-custodian'
  | 'is-another-person'
  | 'has-no-first-person'
  | 'is-not-named'
  | 'only-takes-away'
  | 'of-another-agency'
  | 'gains-nothing'
  | 'suspended-by-own-agency'
  | 'is-no-restoration'
  | 'is-joint-with-the-giver'
  | 'is-own-proposal'
  | 'may-agree'
  | 'is-a-proposed-consent';

/**
 * The agencies that a grant is for: `AGENCY` any that keeps or asks for records (neither the network's officers nor a family), `PROTECTION` and
 * `CAPACITY` those with that mandate in the network's words, the others by name.
 */
export type AgencyClass = 'AGENCY' | Mandate | 'network' | 'family' | 'identity';

/** One way to be allowed: all of it must fit. */
export interface Grant {
  readonly kind: Kind;
  readonly agency: AgencyClass;
  /** Roles; `EVERY` only where the kind says enough; `SUPERVISORS` those that the agency names as covering a team. */
  readonly roles: readonly string[] | 'EVERY' | 'SUPERVISORS';
  readonly when: readonly ConditionName[];
}

/** A grant of reading also says how much: everything, or only what is the reader's own (its agency's, or its family's). */
export interface ReadingGrant extends Grant {
  readonly when: readonly ReadingCondition[];
  readonly extent: Extent;
}
export type Extent = 'ALL' | 'OWN';
/** The conditions that can be judged on the child alone, without a record that is acted on. */
export type ReadingCondition = Extract<ConditionName, 'holds-an-authority' | 'agency-is-involved' | 'is-assigned'>;
