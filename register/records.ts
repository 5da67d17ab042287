import type {
  Approval,
  Authority,
  Consent,
  Day,
  EmergencyAccess,
  HarmRefusal,
  Instant,
  Involvement,
  Order,
  Recipient,
  Relation,
  StandingApproval,
} from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { DropOutcome } from './drop-outcome.ts';

/** The requester that acts on the register, and its purpose. */
export type Actor = Requester & { readonly purpose: string };

/** The facts that are known of the child itself. Disputed counts as unknown: the strictest age. */
export interface RegisteredChild {
  readonly birthDate: Day | null;
  readonly disputed: boolean;
}

/** A proposal that is no fact yet: it binds nobody until a second person has confirmed it. Absent once it is confirmed. */
interface Confirmable {
  readonly confirmed?: false;
}

/** Something said by child or family: in their own words, on the record; or a request to an agency to correct its own. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  /** The agency asked to correct its record; null for a statement. */
  readonly correctionBy: string | null;
  readonly at: Instant;
  /** Whom the author chose to reach; nobody unless said. Never a family member. */
  readonly recipients?: readonly Recipient[];
  /** Its author says that it tells of harm: it is also a report to the society. */
  readonly tellsOfHarm?: true;
}

/** Keeps everything of a child from being erased, until it is lifted. */
interface LegalHold {
  readonly id: string;
  /** A reference to what asks for it: a court file, an inquiry. */
  readonly reference: string;
  readonly from: Instant;
  readonly liftedAt: Instant | null;
}

/** A request for something to be destroyed; gone with it once another has confirmed it. */
interface Erasure {
  readonly id: string;
  readonly at: Instant;
}

/** That two ids are one child, or are not: proposed by one officer, done once another has confirmed it. */
export interface Linkage {
  readonly id: string;
  readonly act: 'MERGE' | 'SPLIT';
  /** The id that is kept, and under which everything lies once they are merged. */
  readonly kept: string;
  readonly other: string;
  /** For a split: the records that are the other child's. */
  readonly records: readonly string[];
  readonly state: 'PROPOSED' | 'DONE' | DropOutcome;
  readonly doneAt: Instant | null;
}

/** That somebody searched for a child by name in an emergency. The name is not kept. */
interface Search {
  readonly id: string;
  readonly at: Instant;
}

/** Left in the history of an id where a record went to another's. */
interface Moved {
  readonly to: string;
}

/** The instant from which a rule set is live, everywhere. */
export interface RulePublication {
  readonly number: number;
  readonly from: Instant;
  /** It was taken back before its instant came. */
  readonly cancelled?: boolean;
}

export type RuleSetState = 'DRAFT' | 'APPROVED' | 'PUBLISHED' | DropOutcome;

/** One numbered rule set; the text is kept apart and never changes. */
export interface RuleSetRecord {
  readonly number: number;
  /** The last set published when it was written: what it changes. */
  readonly base: number;
  /** The set whose text it brings back, where it does. */
  readonly reverts?: number;
  readonly state: RuleSetState;
  readonly author: string;
  readonly approvedBy: string | null;
  readonly draftedAt: Instant;
}

/** The content of each kind of record: for decisions (`body`). */
export interface Bodies {
  readonly child: RegisteredChild;
  readonly consent: Consent;
  readonly authority: Authority & Confirmable;
  readonly order: Order;
  readonly involvement: Involvement;
  readonly approval: Approval;
  readonly emergency: EmergencyAccess;
  /** A person's relation to the child: named by an investigation, or a worker of its own family. */
  readonly relation: Relation;
  /** A custodian's finding that access to some categories would do harm. */
  readonly 'harm-refusal': HarmRefusal;
  readonly statement: Statement;
  readonly 'legal-hold': LegalHold;
  readonly erasure: Erasure;
  readonly linkage: Linkage;
  readonly moved: Moved;
  readonly 'standing-approval': StandingApproval & Confirmable & { readonly withdrawnAt?: Instant };
  readonly publication: RulePublication;
  readonly 'rule-set': RuleSetRecord;
  readonly search: Search;
}
export type RecordKind = keyof Bodies;

/** The things that people need to know of a record besides: who, why, with which finding. */
export type Detail = Readonly<Record<string, unknown>>;

/** A record as it stands. */
export interface Recorded<Kind extends RecordKind = RecordKind> {
  readonly id: string;
  /** The child's network id, `network` or `rules`. */
  readonly about: string;
  readonly kind: Kind;
  /** The agency in whose inbox it lies, if any. */
  readonly agency: string | null;
  readonly state: string | null;
  readonly body: Bodies[Kind];
  readonly detail: Detail;
}
