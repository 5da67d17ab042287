import type { Day, Instant, Level } from '@trellis/vocabulary';

/** Instants in facts are read from the register's database clock, never from ours. */
export type { Day, Instant } from '@trellis/vocabulary';

/** An agency, optionally narrowed to a role or one person in it. */
export interface Recipient {
  readonly agency: string;
  readonly role?: string | undefined;
  readonly user?: string | undefined;
}

/** One branch the other way round: a refusal within a permit, a permit within a refusal. What it does not name, it does not narrow. */
export interface ConsentException {
  readonly recipients?: readonly Recipient[] | undefined;
  readonly purposes?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly except?: readonly ConsentException[] | undefined;
}

export type ConsentState = 'ACTIVE' | 'NEEDS_CONFIRMATION' | 'PROPOSED' | 'WITHDRAWN' | 'EXPIRED' | 'SUPERSEDED';

/** One recorded decision about one child. Periods are half-open: `from` counts, `to` does not. */
export interface Consent {
  readonly id: string;
  readonly decision: 'PERMIT' | 'REFUSE';
  /** The id of the authority that decided. */
  readonly by: string;
  readonly recipients: readonly Recipient[];
  readonly purposes: readonly string[];
  /** Category codes; a domain alone means all of it. */
  readonly categories: readonly string[];
  readonly level: Level;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly recordsFrom: Day | null;
  readonly recordsTo: Day | null;
  readonly notEvenInEmergency: boolean;
  readonly except: readonly ConsentException[];
  readonly state: ConsentState;
  readonly evidence: string | null;
  readonly language: string;
  readonly recordedAt: Instant;
  /**
   * Somebody else recorded this refusal in the name of whoever holds the authority, and the holder has not confirmed it: it restricts, and
   * sets nothing aside that anybody decided.
   */
  readonly unconfirmed?: true | undefined;
}

/** A person's authority to decide for this child: about what, and from when to when. Kinds are the pack's. */
export interface Authority {
  readonly id: string;
  /** The `sub` of the person who holds it. */
  readonly holder: string;
  readonly kind: string;
  /** The domains it reaches; null is all. For a child: where the child was found capable. */
  readonly domains: readonly string[] | null;
  readonly jointWith: readonly string[];
  readonly from: Day;
  readonly to: Day | null;
  readonly suspended: boolean;
}

/** A court order about one child; binds only once a second officer has confirmed it. */
export interface Order {
  readonly id: string;
  readonly decision: 'PERMIT' | 'REFUSE';
  readonly recipients: readonly Recipient[];
  readonly categories: readonly string[];
  /** null is every purpose. */
  readonly purposes: readonly string[] | null;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly court: string;
  readonly reference: string;
  readonly confirmed: boolean;
}

/** An agency works with this child. */
export interface Involvement {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  readonly evidence: string;
  /** Token `sub`s of the workers assigned. */
  readonly assigned: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A custodian's recorded decision that one discretionary disclosure may be made. */
export interface Approval {
  readonly id: string;
  readonly custodian: string;
  readonly recipient: Recipient;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly state: 'PENDING' | 'APPROVED' | 'DECLINED' | 'LAPSED';
  readonly until: Instant | null;
}

/** Break-glass: one user, one child, a reason (kept by the register), a time box. */
export interface EmergencyAccess {
  readonly id: string;
  readonly agency: string;
  readonly user: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly closedAt: Instant | null;
}

/** ALLEGED: an open investigation names this person. OWN_FAMILY: a worker who is of the child's family, or as close to it. */
export type PersonRelation = 'ALLEGED' | 'OWN_FAMILY';

/** One person's relation to this child, recorded because rules take it into account. */
export interface Relation {
  readonly id: string;
  /** The token's `sub`. */
  readonly user: string;
  readonly relation: PersonRelation;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A custodian's finding that access to these categories of its own by this recipient would do harm (PHIPA s. 52 and its like). */
export interface HarmRefusal {
  readonly id: string;
  readonly custodian: string;
  readonly recipient: Recipient;
  readonly categories: readonly string[];
  readonly from: Instant;
  readonly to: Instant | null;
}

/** All that the register knows of one child that a decision may rest on, at one version. An unknown child has version 0 and nothing else. */
export interface ChildFacts {
  readonly child: string;
  readonly version: number;
  /** null: unknown or disputed, which means the strictest age. */
  readonly birthDate: Day | null;
  readonly consents: readonly Consent[];
  readonly authorities: readonly Authority[];
  readonly orders: readonly Order[];
  readonly involvements: readonly Involvement[];
  readonly approvals: readonly Approval[];
  readonly emergencies: readonly EmergencyAccess[];
  /** Absent: none is recorded. */
  readonly relations?: readonly Relation[] | undefined;
  /** Absent: none is recorded. */
  readonly harmRefusals?: readonly HarmRefusal[] | undefined;
}

/** A protocol between agencies: what a custodian has approved in advance, with scope, authority and review date (after which it lapses). */
export interface StandingApproval {
  readonly id: string;
  readonly custodian: string;
  readonly recipient: Recipient;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  /** The kind of involvement the recipient must have with the child. */
  readonly involvement: string;
  readonly from: Instant;
  readonly reviewOn: Day;
  readonly authority: string;
}

/** The facts that hold for every child: at one version, like a child's facts. */
export interface NetworkFacts {
  readonly version: number;
  readonly standingApprovals: readonly StandingApproval[];
  /** The number of the live rule set. */
  readonly ruleSet: number;
}
