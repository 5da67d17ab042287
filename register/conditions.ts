import type { Authority, CompiledRules, Consent, Day, Instant } from '@trellis/decision';
import type { ConditionName } from './permissions.ts';
import type { Actor, Recorded, RecordKind } from './records.ts';

/** What conditions are judged on: the records of one child as they stand under its lock. */
export interface Circumstances {
  readonly actor: Actor;
  readonly at: Instant;
  readonly rules: CompiledRules;
  readonly records: readonly Recorded[];
  /** The record acted on; absent where a new one is made. */
  readonly target?: Recorded | undefined;
  /** The authority a new consent names. */
  readonly authority?: string | undefined;
}

type Condition = (circumstances: Circumstances) => boolean;

/** How each condition of the permission table is judged. */
export const conditions: Readonly<Record<ConditionName, Condition>> = {
  'holds-an-authority': (each) => heldAuthorities(each).length > 0,
  'holds-the-authority-named': (each) => {
    const named = each.authority ?? (isKind(each.target, 'consent') ? each.target.body.by : undefined);
    return named !== undefined && heldAuthorities(each).some(({ id }) => id === named);
  },
  'is-the-child': (each) => each.actor.role === 'child' && heldAuthorities(each).length > 0,
  'agency-is-involved': (each) => openInvolvements(each).length > 0,
  'is-assigned': (each) => openInvolvements(each).some(({ body }) => body.assigned.includes(each.actor.user)),
  'of-own-agency': ({ actor, target }) => target !== undefined && target.agency === actor.agency,
  'is-own': ({ actor, target }) => isKind(target, 'emergency') && target.body.user === actor.user,
  'is-custodian': ({ actor, target }) =>
    (isKind(target, 'approval') || isKind(target, 'standing-approval')) && target.body.custodian === actor.agency,
  // Where nobody is recorded as the first person, nobody can be shown to be another.
  'is-another-person': ({ actor, target }) => {
    const first = target?.detail['by'];
    return typeof first === 'string' && first !== actor.user;
  },
  'only-takes-away': ({ target }) => isKind(target, 'consent') && isPlainPermit(target.body),
};

/** The authorities this family member holds for this child now, of a kind that its role speaks for. Suspended is not held. */
export function heldAuthorities(circumstances: Circumstances): readonly Authority[] {
  const { actor, rules } = circumstances;
  return inForce(circumstances).filter(
    ({ holder, kind }) => holder === actor.user && rules.authorityKinds.get(kind)?.family === actor.role,
  );
}

/** The family of this child, as far as the register knows it: who holds an authority in force of a kind that reads as family. */
export function holdersOf(circumstances: Circumstances): readonly string[] {
  const { rules } = circumstances;
  const family = inForce(circumstances).filter(({ kind }) => rules.authorityKinds.get(kind)?.family != null);
  return [...new Set(family.map(({ holder }) => holder))];
}

function inForce({ at, rules, records }: Circumstances): readonly Authority[] {
  const day = dayIn(rules.ruleSet.timeZone, at);
  return ofKind(records, 'authority')
    .map(({ body }) => body)
    .filter(({ suspended, from, to }) => !suspended && from <= day && (to === null || day < to));
}

/** Withdrawing a permit only takes away; withdrawing a refusal, or a permit with refusals inside, might give. */
function isPlainPermit(consent: Consent): boolean {
  return consent.decision === 'PERMIT' && consent.except.length === 0;
}

function openInvolvements({ actor, at, records }: Circumstances): readonly Recorded<'involvement'>[] {
  return ofKind(records, 'involvement').filter(
    ({ body }) => body.agency === actor.agency && body.from <= at && (body.to === null || at < body.to),
  );
}

export function isKind<Kind extends RecordKind>(record: Recorded | undefined, kind: Kind): record is Recorded<Kind> {
  return record?.kind === kind;
}

export function ofKind<Kind extends RecordKind>(records: readonly Recorded[], kind: Kind): readonly Recorded<Kind>[] {
  return records.filter((record) => isKind(record, kind));
}

/** The day it is somewhere. */
export function dayIn(timeZone: string, at: Instant): Day {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}
