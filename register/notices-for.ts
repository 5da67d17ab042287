import { sharesDecision, type Authority } from '@trellis/decision';
import type { RecordEvent } from './record-event.ts';
import { authoritiesInForce, type ConditionContext } from './conditions.ts';
import { isDrop, noticesOf, type Audience, type NewNotice, type NoticeKind } from './notices.ts';
import { isKind, ofKind } from './record-kind.ts';
import type { Recorded } from './records.ts';
import { stoodBefore } from './seen-consent.ts';

/**
 * Everybody who is told of what one command did: those who must act on it (`noticesOf`), and those whom it touches, which only the child's other
 * records tell: holders of authority, custodians whose data it opens, those that protect children and have a file open. Nobody in a family is told what another
 * of them, or the child, decided, unless they decide it together.
 */
export function noticesFor(context: ConditionContext, events: readonly RecordEvent[]): readonly NewNotice[] {
  const all = events.flatMap((event) => [...noticesOf(event, context.rules.vocabulary), ...touchedBy(context, event)]);
  const key = ({ kind, record, agency, user, role }: NewNotice) => JSON.stringify([kind, record, agency, user, role]);
  const isTold = ({ kind, agency, user }: NewNotice): boolean =>
    kind !== 'PROPOSAL_DROPPED' || user !== context.actor.user || agency !== context.actor.agency;
  return [...new Map(all.filter(isTold).map((notice) => [key(notice), notice])).values()];
}

function touchedBy(context: ConditionContext, event: RecordEvent): readonly NewNotice[] {
  const to = (kind: NoticeKind, whom: readonly Audience[]): readonly NewNotice[] =>
    whom.map((audience) => ({ kind, about: event.about, record: event.id, ...audience }));
  // Whom the proposal was told is told that it was dropped.
  if (isDrop(event)) {
    if (isKind(event, 'authority'))
      return to('PROPOSAL_DROPPED', [...whoDecide(context, event), ...protectorsOf(context)]);
    return isKind(event, 'order') ? to('PROPOSAL_DROPPED', custodiansOf(context, event.body.categories)) : [];
  }
  if (isKind(event, 'consent')) {
    const isNew = ['PROPOSED', 'GIVEN', 'ATTESTED', 'CONFIRMED'].includes(event.act);
    const opens = isNew && event.body.decision === 'PERMIT' ? custodiansOf(context, event.body.categories) : [];
    return [
      ...to('CONSENT_RECORDED', [...opens, ...holderOf(context, event)]),
      ...to('CONSENT_TO_CONFIRM', partnersOf(context, event)),
    ];
  }
  if (isKind(event, 'authority')) {
    const changed = ['RECORDED', 'RESTORED', 'ENDED', 'SUSPENDED', 'PROPOSED', 'RESTORE_PROPOSED', 'END_PROPOSED'];
    if (!changed.includes(event.act)) return [];
    return to('AUTHORITY_CHANGED', [...whoDecide(context, event), ...protectorsOf(context)]);
  }
  if (isKind(event, 'order'))
    return to('ORDER_RECORDED', [...custodiansOf(context, event.body.categories), ...protectorsOf(context)]);
  if (isKind(event, 'emergency') && event.act === 'OPENED') {
    // Whoever worked with the child once keeps the records that are opened now.
    const custodians = agenciesThatWorkedWith(context).filter((agency) => agency !== event.body.agency);
    return to(
      'EMERGENCY_OPENED',
      custodians.map((agency) => ({ agency })),
    );
  }
  return [];
}

/** The officers of the agencies whose records these are. */
function custodiansOf({ rules }: ConditionContext, categories: readonly string[]): readonly Audience[] {
  const domains = categories.map((code) => code.split('.')[0] ?? code);
  return rules.vocabulary.agencies.filter((agency) => domains.includes(agency)).map((agency) => ({ agency }));
}

/** Whoever holds the authority that somebody else recorded a decision under, or withdrew one of. */
function holderOf(
  { actor, records }: ConditionContext,
  { act, body, detail }: RecordEvent & Recorded<'consent'>,
): readonly Audience[] {
  // Whoever must confirm it is asked to. What the child did about what it decides alone is told to nobody.
  if (act === 'PROPOSED' || stoodBefore({ detail }) !== undefined) return [];
  const holder = ofKind(records, 'authority').find(({ id }) => id === body.by)?.body.holder;
  return holder === undefined || holder === actor.user ? [] : [{ agency: 'family', user: holder }];
}

/** Those who decide jointly with the giver of a permit, and have still to. */
function partnersOf(context: ConditionContext, event: RecordEvent & Recorded<'consent'>): readonly Audience[] {
  const isGiven = ['GIVEN', 'ATTESTED', 'CONFIRMED'].includes(event.act) && event.body.decision === 'PERMIT';
  if (!isGiven || event.detail['confirms'] !== undefined) return [];
  const inForce = authoritiesInForce(context);
  const giver = inForce.find(({ id }) => id === event.body.by);
  return inForce
    .filter((each) => giver !== undefined && sharesDecision(context.rules, event.body, giver, each))
    .filter(({ holder }) => holder !== giver?.holder)
    .map(({ holder }) => ({ agency: 'family', user: holder }));
}

/** The child, who reads who may decide, and the others who decide where they may know of it. */
function whoDecide(context: ConditionContext, event: RecordEvent & Recorded<'authority'>): readonly Audience[] {
  const isSelf = (kind: string): boolean => context.rules.authorityKinds.get(kind)?.self === true;
  const { holder, kind } = event.body;
  const begins = isSelf(kind) && ['RECORDED', 'RESTORED'].includes(event.act) ? [holder] : [];
  const child = authoritiesInForce(context)
    .filter((each) => isSelf(each.kind))
    .map((each) => each.holder);
  const audience = [...child, ...begins].map((user) => ({ agency: 'family', user }));
  return [...audience, ...othersWhoDecide(context, event)];
}

/** The others who decide for the child. The child's own capacity is nobody else's to know; a suspended person is told nothing. */
function othersWhoDecide(context: ConditionContext, { body }: Recorded<'authority'>): readonly Audience[] {
  // A carer, or the child's lawyer, decides nothing: whom the child lives with or talks to is told to nobody by it.
  const decides = ({ kind }: Pick<Authority, 'kind'>): boolean => {
    const of = context.rules.authorityKinds.get(kind);
    return of !== undefined && !of.self && of.reach.length > 0;
  };
  if (!decides(body)) return [];
  return authoritiesInForce(context)
    .filter((each) => decides(each) && context.rules.authorityKinds.get(each.kind)?.family != null)
    .filter(({ holder }) => holder !== body.holder)
    .map(({ holder }) => ({ agency: 'family', user: holder }));
}

/** The agencies that protect children: told of what changes who decides for a child whose file they have open. */
function protectorsOf(context: ConditionContext): readonly Audience[] {
  const { PROTECTION } = context.rules.vocabulary.mandates;
  return involvedAgencies(context).flatMap((agency) => (PROTECTION.includes(agency) ? [{ agency }] : []));
}

function involvedAgencies({ at, records }: ConditionContext): readonly string[] {
  const open = ofKind(records, 'involvement').filter(
    ({ body }) => body.from <= at && (body.to === null || at < body.to),
  );
  return [...new Set(open.map(({ body }) => body.agency))];
}

/** The agencies that work, or once worked, with the child: what they recorded is theirs to keep. */
function agenciesThatWorkedWith({ records }: ConditionContext): readonly string[] {
  return [...new Set(ofKind(records, 'involvement').map(({ body }) => body.agency))];
}
