import type { Basis, Kind, Level, Of } from '@trellis/vocabulary';
import type { ObligationCode } from './decision.ts';
import type { Day, PersonRelation } from './facts.ts';
import type { SafetyRule } from './safety/family-safety.ts';
import type { Sentence } from './sentence.ts';

export type { Sentence } from './sentence.ts';

/**
 * A rule set is a pack as published: one YAML file, read by `parseRuleSet`, described by `rule-set.schema.json`, shown in
 * `networks/ontario/rules/example.yaml`. It holds who may receive what (`rules`) and who may decide for a child (`authorities`), as data.
 *
 * - Everything is said: a recipient names its roles and kinds, a rule its purposes. `EVERYONE` and `EVERY` exist for NEVER alone.
 * - A category code may be a whole domain (`mental-health`). Parsed, it is always single categories.
 * - A positive rule at FULL gives SUMMARY too; NEVER at SUMMARY takes FULL too.
 * - `authority.force` says what the cited law does: DUTY (it requires), DISCRETION (it allows), CONSENT, PROHIBITION.
 *   BY_LAW is for a DUTY, and names it; the checker reports the rest.
 */
export interface RuleSet {
  readonly pack: string;
  readonly version: string;
  readonly jurisdiction: string;
  /** IANA zone in which days begin: birthdays, review dates, the days of an authority. */
  readonly timeZone: string;
  readonly asOf: Day;
  readonly notice: Sentence;
  /** A child whose birth date is unknown may be of any age below this: each question counts at its strictest. null: any age at all. */
  readonly ageUnknownBelow: number | null;
  /** The longest that a protocol between agencies lasts before it is reviewed, in days. */
  readonly longestProtocolDays: number;
  /** The longest that one approved disclosure stays open, in days. */
  readonly longestApprovalDays: number;
  readonly authorities: readonly AuthorityKind[];
  readonly rules: readonly SharingRule[];
  /** Categories that no rule may open, so that only a court order does. */
  readonly onlyByOrder: readonly string[];
  readonly accessPeriods: readonly AccessPeriods[];
  /** The rules for what a family is not shown, beside what no pack can change. */
  readonly familySafety: readonly SafetyRule[];
}

/** A rule for what the network permits: recipient, purpose, involvement, categories, level, basis, authority. */
export interface SharingRule {
  readonly id: string;
  readonly sentence: Sentence;
  /** EVERYONE only with NEVER. */
  readonly recipients: readonly RuleRecipient[] | 'EVERYONE';
  /** EVERY only with NEVER. */
  readonly purposes: readonly string[] | 'EVERY';
  readonly involvement: InvolvementNeeded;
  /** The conditions on the child and on who asks. A rule that opens needs all of them to be surely so; a NEVER binds where they may be so. */
  readonly when: RuleConditions;
  /** Single category codes, whatever the file wrote. */
  readonly categories: readonly string[];
  readonly level: Level;
  readonly basis: Basis;
  /** Emergency access opens these categories to these recipients for these purposes, whatever their involvement. */
  readonly inEmergency: boolean;
  /** The kinds of authority whose "not even in an emergency" holds against this rule's emergency opening. */
  readonly lockableBy: readonly string[];
  /** BY_LAW: a lock by one of `lockableBy` holds against this rule itself, so that it binds a custodian's own staff. */
  readonly lockBinds: boolean;
  /** A custodian's finding that access would do harm takes what it names out of this rule. */
  readonly unlessHarm: boolean;
  readonly obligations: readonly RuleObligation[];
  readonly authority: LegalAuthority;
}

/** One agency's people. A system is `{ roles: [system], kinds: [system] }`; a family member is agency `family`. */
export interface RuleRecipient {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly kinds: readonly Kind[];
}

/** NONE; AGENCY: the requester's agency works with this child; ASSIGNED: this very user does. One of the kinds is enough. */
export interface InvolvementNeeded {
  readonly need: 'NONE' | 'AGENCY' | 'ASSIGNED';
  readonly kinds: readonly string[];
}

/** Conditions on the child and on who asks; one that is null or empty asks nothing. */
export interface RuleConditions {
  /** The child's age lies in [from, to). */
  readonly childAge: { readonly from: number | null; readonly to: number | null } | null;
  /** Whoever is recorded so is left out. */
  readonly notFor: readonly PersonRelation[];
  /** NEVER: only whoever is recorded as one of these is meant. */
  readonly onlyFor: readonly PersonRelation[];
  /** Kinds of involvement, one of which some agency must have with the child now; empty asks nothing. */
  readonly whileOpen: readonly string[];
  /** For a family member: by which authority it asks. null: one in force under its family role, which decides where the basis is BY_LAW or UNLESS_REFUSED. */
  readonly authority: AuthorityNeeded | null;
  /** WITH_CONSENT: the kinds of authority one of which must have given the consent; empty is whoever decides. */
  readonly consentBy: readonly string[];
}

/** The authority by which a family member must ask. The child itself needs none of it: its own authority is enough. */
export interface AuthorityNeeded {
  /** Kinds of authority; empty is any. */
  readonly kinds: readonly string[];
  /** HOLDS: in force. DECIDES: it decides on the category now, by its domains, the child's age, and nobody before it in rank. */
  readonly standing: 'HOLDS' | 'DECIDES';
  /** DECIDES: kinds before it in rank beside which it reads all the same. */
  readonly beside: readonly string[];
}

export interface RuleObligation {
  readonly code: ObligationCode;
  readonly en: string;
  readonly fr: string;
}

/** The law a rule rests on, and how sure its author was: read in the source, seen in a secondary one, or from memory. */
export interface LegalAuthority {
  readonly citation: string;
  readonly jurisdiction: string;
  readonly asOf: Day;
  readonly confidence: 'VERIFIED' | 'SEEN' | 'UNVERIFIED';
  readonly force: 'DUTY' | 'DISCRETION' | 'CONSENT' | 'PROHIBITION';
  /** The duty a BY_LAW rule serves, in words; needed by BY_LAW alone. A pack may have it in English alone: `fr` is then null. */
  readonly duty: { readonly en: string; readonly fr: string | null } | null;
}

/** A kind of person who may decide for a child. */
export interface AuthorityKind {
  readonly kind: string;
  readonly title: Sentence;
  /** SELF: the child itself, whose own decision outranks anyone's, either way. FOR_CHILD: somebody deciding for the child. */
  readonly decides: 'SELF' | 'FOR_CHILD';
  /** The family role under which its holder may read; null for holders who are not family. */
  readonly family: string | null;
  /** Among those deciding FOR_CHILD the lowest rank that reaches a category decides on it; the others then do not. */
  readonly rank: number;
  /** The categories it reaches. Empty: a person who may read as family, and decides nothing. */
  readonly reach: readonly Reach[];
  readonly authority: LegalAuthority;
}

/** Part of what a kind of authority reaches: categories, while the child's age lies in [fromAge, toAge). */
export interface Reach {
  readonly may: readonly ('CONSENT' | 'REFUSE')[];
  readonly categories: readonly string[];
  readonly of: readonly Of[];
  readonly fromAge: number | null;
  readonly toAge: number | null;
  /** FOR_CHILD: from this age, where the child is capable, the decision is the child's: permits lapse, refusals stay until replaced. */
  readonly yieldsAt: number | null;
  /** SELF: from this age the child is capable unless found otherwise since that birthday. Before it, only where found capable. */
  readonly presumedFrom: number | null;
}

/** Records whose category changes when a period ends: `within` until then, `after` from then on. */
export interface AccessPeriods {
  readonly id: string;
  readonly within: string;
  readonly after: string;
  readonly outcomes: readonly AccessPeriod[];
}

/** The time that a record with this outcome stays within its period, counted from the day `startsAt` names. */
export interface AccessPeriod {
  readonly outcome: string;
  readonly startsAt: string;
  readonly years: number;
  readonly months: number;
  readonly authority: LegalAuthority;
}
