import {
  heldAuthorities as held,
  sharesDecision,
  type Authority,
  type CompiledRules,
  type Consent,
  type Instant,
} from '@trellis/decision';
import { agreedBy, isProposedKind } from './agreed-by.ts';
import { droppedOf } from './dropped-proposal.ts';
import { childFactsOf } from './facts-of.ts';
import type { ConditionName, ReadingCondition } from './permissions/grant.ts';
import { grantsFor } from './permissions/mutation-table.ts';
import { readingConditions } from './permissions/reading-conditions.ts';
import { firstPersonOf } from './first-person-of.ts';
import { pendingOf } from './pending-change.ts';
import { proposalOf } from './proposal-of.ts';
import { proposerOf } from './proposer-of.ts';
import { personsNamedIn } from './persons-named-in.ts';
import { recipientAgenciesOf } from './recipient-agencies-of.ts';
import { isKind } from './record-kind.ts';
import type { Actor, Recorded } from './records.ts';
import { suspendedBy } from './suspended-by.ts';

/** Context of the conditions: the records of one child as they stand under its lock. */
export interface ConditionContext {
  readonly actor: Actor;
  readonly at: Instant;
  readonly rules: CompiledRules;
  readonly records: readonly Recorded[];
  /** The record acted on; absent where a new one is made. */
  readonly target?: Recorded | undefined;
  /** The authority a new consent names. */
  readonly authority?: string | undefined;
}

type Condition = (context: ConditionContext) => boolean;

/** The functions that judge each condition of the permission table. */
export const conditions: Readonly<Record<ConditionName, Condition>> = {
  'holds-an-authority': (each) => standsNow('holds-an-authority', each),
  'holds-the-authority-named': (each) => {
    const named = each.authority ?? (isKind(each.target, 'consent') ? each.target.body.by : undefined);
    return named !== undefined && authoritiesHeldBy(each).some(({ id }) => id === named);
  },
  'is-the-child': (each) =>
    authoritiesHeldBy(each).some(({ kind }) => each.rules.authorityKinds.get(kind)?.self === true),
  'agency-is-involved': (each) => standsNow('agency-is-involved', each),
  'is-assigned': (each) => standsNow('is-assigned', each),
  'of-own-agency': ({ actor, target }) => target !== undefined && target.agency === actor.agency,
  'is-own': ({ actor, target }) => isKind(target, 'emergency') && target.body.user === actor.user,
  'is-custodian': ({ actor, target }) =>
    (isKind(target, 'approval') || isKind(target, 'standing-approval')) && target.body.custodian === actor.agency,
  // Where nobody is recorded as the first person, nobody can be shown to be another; and whom a record names answers for it to nobody.
  'is-another-person': ({ actor, target }) => {
    const first = firstPersonOf(target)?.user;
    return first !== undefined && first !== actor.user && !personsNamedIn(target).includes(actor.user);
  },
  'is-not-named': ({ actor, target }) => !personsNamedIn(target).includes(actor.user),
  'has-no-first-person': ({ target }) => target !== undefined && firstPersonOf(target) === undefined,
  'of-another-agency': ({ actor, target }) => {
    const first = firstPersonOf(target)?.agency;
    return first !== undefined && first !== actor.agency;
  },
  'gains-nothing': ({ actor, target }) =>
    target !== undefined && !recipientAgenciesOf(target).some((agency) => agency === actor.agency),
  'suspended-by-own-agency': ({ actor, target }) =>
    isKind(target, 'authority') && suspendedBy(target).includes(actor.agency),
  'is-no-restoration': ({ target }) => pendingOf(target)?.act !== 'RESTORE',
  'is-joint-with-the-giver': (each) => partnerAuthorityOf(each) !== undefined,
  'is-own-proposal': ({ actor, target }) => {
    const own = (who: { user: string; agency: string } | undefined) =>
      who?.user === actor.user && who.agency === actor.agency;
    if (target === undefined || own(proposerOf(target))) return target !== undefined;
    // Whoever dropped it may say so again.
    const dropped = proposalOf(target) === undefined ? droppedOf(target) : undefined;
    return own(dropped && { user: dropped.by, agency: dropped.byAgency });
  },
  'may-agree': mayAgree,
  'is-a-proposed-consent': ({ target }) =>
    isKind(target, 'consent') && (proposalOf(target) !== undefined || droppedOf(target) !== undefined),
  'only-takes-away': ({ target }) =>
    isKind(target, 'order')
      ? target.body.decision === 'PERMIT'
      : isKind(target, 'consent') && isPlainPermit(target.body),
};

/** The authorities this family member holds for this child now, of a kind that its role speaks for. Suspended is not held. */
export function authoritiesHeldBy(context: ConditionContext): readonly Authority[] {
  const { actor, rules } = context;
  return authoritiesInForce(context).filter(
    ({ holder, kind }) => holder === actor.user && rules.authorityKinds.get(kind)?.family === actor.role,
  );
}

/** The family of this child, as far as the register knows it: who holds an authority in force of a kind that reads as family. */
export function holdersOf(context: ConditionContext): readonly string[] {
  const { rules } = context;
  const family = authoritiesInForce(context).filter(({ kind }) => rules.authorityKinds.get(kind)?.family != null);
  return [...new Set(family.map(({ holder }) => holder))];
}

/** The authorities in force now: confirmed by a second person, and held as the engine says. */
export function authoritiesInForce({ at, rules, records }: ConditionContext): readonly Authority[] {
  return held(rules, childFactsOf('', 0, records), at).map(({ authority }) => authority);
}

/** The authority of this family member that decides jointly with the giver of a consent. */
export function partnerAuthorityOf(context: ConditionContext): Authority | undefined {
  const { target } = context;
  if (!isKind(target, 'consent')) return undefined;
  const giver = authoritiesInForce(context).find(({ id }) => id === target.body.by);
  return authoritiesHeldBy(context).find(
    (own) => giver !== undefined && sharesDecision(context.rules, target.body, giver, own),
  );
}

/** A condition that reading shares, judged on the records under the lock. */
function standsNow(name: ReadingCondition, { actor, at: now, rules, records }: ConditionContext): boolean {
  return readingConditions[name]({ rules, facts: childFactsOf('', 0, records), now }, actor);
}

/** Tells whether this person may agree to what waits of a record, by the mutation of its kind. */
function mayAgree(context: ConditionContext): boolean {
  const { actor, rules, target } = context;
  if (target === undefined || !isProposedKind(target.kind) || proposalOf(target) === undefined) return false;
  return grantsFor(agreedBy[target.kind], actor, rules.vocabulary).some(({ when }) =>
    when.every((name) => conditions[name](context)),
  );
}

/** Withdrawing a permit only takes away; withdrawing a refusal, or a permit with refusals inside, might give. */
function isPlainPermit(consent: Consent): boolean {
  return consent.decision === 'PERMIT' && consent.except.length === 0;
}
