import type { Vocabulary } from '@trellis/vocabulary';
import { droppedOf } from './dropped-proposal.ts';
import type { RecordEvent } from './record-event.ts';
import { isKind } from './record-kind.ts';
import type { Detail } from './records.ts';

/** Whom something is told: the officers of an agency, or one of its users. */
export interface Audience {
  readonly agency: string;
  readonly user?: string | undefined;
  /** Whoever has this role there. */
  readonly role?: string | undefined;
}

export type NoticeKind =
  | 'DISCLOSURE_REQUESTED'
  | 'DISCLOSURE_APPROVED'
  | 'DISCLOSURE_DECLINED'
  | 'APPROVAL_WITHDRAWN'
  | 'EMERGENCY_TO_REVIEW'
  | 'EMERGENCY_OVERDUE'
  | 'EMERGENCY_REVIEWED'
  | 'CONSENT_TO_CONFIRM'
  | 'ORDER_TO_CONFIRM'
  | 'CORRECTION_REQUESTED'
  | 'CORRECTION_ANSWERED'
  | 'RULES_TO_APPROVE'
  | 'ERASURE_TO_CONFIRM'
  | 'LINKAGE_TO_CONFIRM'
  | 'CHILD_MERGED'
  | 'CHILD_SPLIT'
  | 'CONSENT_RECORDED'
  | 'CONSENT_LAPSES'
  | 'CONSENT_NEEDS_CONFIRMATION'
  | 'AUTHORITY_TO_CONFIRM'
  | 'AUTHORITY_CHANGED'
  | 'RELATION_RECORDED'
  | 'RELATION_TO_CONFIRM'
  | 'HARM_REFUSAL_TO_CONFIRM'
  | 'ORDER_RECORDED'
  | 'PROTOCOL_TO_CONFIRM'
  | 'PROTOCOL_CONFIRMED'
  | 'RULES_OPEN_RECORDS'
  | 'EMERGENCY_OPENED'
  | 'EMERGENCY_ALLOWED'
  | 'STATEMENT_FOR_YOU'
  | 'HARM_REPORTED'
  | 'AGENCY_PUBLISHED'
  | 'PROPOSAL_DROPPED';

export interface NewNotice extends Audience {
  readonly kind: NoticeKind;
  readonly about: string;
  readonly record: string;
}

const network: Audience = { agency: 'network' };
type Words = Pick<Vocabulary, 'mandates' | 'intakeRoles'>;

/** The audience of a report of harm: the officers of the agencies that protect children, and whoever is on duty at their intake. */
function harmIntake({ mandates, intakeRoles }: Words): readonly Audience[] {
  return mandates.PROTECTION.flatMap((agency) => [
    { agency },
    ...(intakeRoles.get(agency) ?? []).map((role) => ({ agency, role })),
  ]);
}

/**
 * The notices of what happened: to the custodian of a request, to the requester of its answer, to whoever must review, confirm or correct.
 * A family is told what waits for it or was asked by it, and of an emergency access only where the reviewer judged that telling endangers
 * nobody.
 */
export function noticesOf(event: RecordEvent, words: Words): readonly NewNotice[] {
  return told(event, words).map(([kind, { agency, user, role }]) => ({
    kind,
    about: event.about,
    record: event.id,
    agency,
    user,
    // One person is told as that person, whatever the role.
    role: user === undefined ? role : undefined,
  }));
}

function told(event: RecordEvent, words: Words): readonly (readonly [NoticeKind, Audience])[] {
  const { act, agency, detail } = event;
  const own: readonly Audience[] = agency === null ? [] : [{ agency }];
  const toAll = (kind: NoticeKind, whom: readonly Audience[]) => whom.map((each) => [kind, each] as const);
  if (isDrop(event)) return toAll('PROPOSAL_DROPPED', askedToAgree(event, words));
  if (isKind(event, 'approval')) {
    const { custodian, recipient } = event.body;
    if (act === 'REQUESTED') return [['DISCLOSURE_REQUESTED', { agency: custodian }]];
    if (act === 'APPROVED') return [['DISCLOSURE_APPROVED', recipient]];
    if (act === 'DECLINED') return [['DISCLOSURE_DECLINED', recipient]];
    if (act === 'WITHDRAWN') return [['APPROVAL_WITHDRAWN', recipient]];
  }
  if (isKind(event, 'standing-approval') && act === 'WITHDRAWN') {
    // Whom it was for, and the officers of both agencies, who were told that it was confirmed.
    const { recipient } = event.body;
    return toAll('APPROVAL_WITHDRAWN', [recipient, { agency: recipient.agency }, ...own]);
  }
  if (isKind(event, 'emergency')) {
    if (act === 'OPENED') return toAll('EMERGENCY_TO_REVIEW', [...own, network]);
    if (act === 'OVERDUE') return toAll('EMERGENCY_OVERDUE', [...own, network]);
    if (act === 'ALLOWED') return [['EMERGENCY_ALLOWED', { agency: event.body.agency, user: event.body.user }]];
    if (act === 'REVIEWED') return toAll('EMERGENCY_REVIEWED', familyIn(detail, 'told'));
  }
  if (isKind(event, 'consent') && act === 'PROPOSED') return toAll('CONSENT_TO_CONFIRM', familyIn(detail, 'holder'));
  if (isKind(event, 'order') && (act === 'RECORDED' || act === 'END_PROPOSED'))
    return toAll('ORDER_TO_CONFIRM', [...own, network]);
  if (isKind(event, 'authority') && act.endsWith('PROPOSED'))
    return toAll('AUTHORITY_TO_CONFIRM', [network, ...words.mandates.PROTECTION.map((each) => ({ agency: each }))]);
  if (isKind(event, 'relation'))
    return act === 'END_PROPOSED'
      ? toAll('RELATION_TO_CONFIRM', [...own, network])
      : toAll('RELATION_RECORDED', [...own, network]);
  if (isKind(event, 'harm-refusal') && act === 'END_PROPOSED')
    return toAll('HARM_REFUSAL_TO_CONFIRM', [...own, network]);
  if (isKind(event, 'standing-approval') && act === 'PROPOSED') return toAll('PROTOCOL_TO_CONFIRM', [...own, network]);
  if (isKind(event, 'standing-approval') && act === 'GRANTED')
    return toAll('PROTOCOL_CONFIRMED', [...own, { agency: event.body.recipient.agency }]);
  if (isKind(event, 'statement')) {
    if (act === 'SAID') {
      const { recipients = [], tellsOfHarm } = event.body;
      const intake = tellsOfHarm === true ? harmIntake(words) : [];
      return [...toAll('STATEMENT_FOR_YOU', recipients), ...toAll('HARM_REPORTED', intake)];
    }
    if (act === 'CORRECTION_REQUESTED') return toAll('CORRECTION_REQUESTED', own);
    if (act === 'CORRECTION_ANSWERED') return toAll('CORRECTION_ANSWERED', familyIn(detail, 'by'));
  }
  if (isKind(event, 'rule-set')) {
    const opens = strings(detail['opens']).map((each) => ({ agency: each }));
    const isNew = act === 'DRAFTED' || act === 'REVERT_PROPOSED';
    return [
      ...toAll('RULES_TO_APPROVE', isNew ? [network] : []),
      ...toAll('RULES_OPEN_RECORDS', act === 'APPROVED' || act === 'REVERT_PROPOSED' ? opens : []),
    ];
  }
  if (act === 'ERASURE_REQUESTED') return [['ERASURE_TO_CONFIRM', network]];
  if (isKind(event, 'linkage')) {
    if (event.body.state === 'PROPOSED') return [['LINKAGE_TO_CONFIRM', network]];
    const kind = act === 'MERGED' ? 'CHILD_MERGED' : 'CHILD_SPLIT';
    return toAll(
      kind,
      strings(detail['agencies']).map((each) => ({ agency: each })),
    );
  }
  return [];
}

/** Tells whether an event is the end of a proposal that nobody agreed to. A request for disclosure that is declined is told as such. */
export function isDrop({ act, kind }: RecordEvent): boolean {
  return act === 'TAKEN_BACK' || (act === 'DECLINED' && kind !== 'approval');
}

/** The person who proposed what was dropped, and those who were asked to agree to it. */
function askedToAgree(event: RecordEvent, words: Words): readonly Audience[] {
  const proposer = droppedOf(event)?.proposer ?? undefined;
  const own: readonly Audience[] = event.agency === null ? [] : [{ agency: event.agency }];
  const of: readonly Audience[] = proposer === undefined ? [] : [proposer];
  if (event.kind === 'consent') return [...of, ...familyIn(event.detail, 'holder')];
  if (event.kind === 'approval') return own;
  const custodians = strings(event.detail['opens']).map((each) => ({ agency: each }));
  const protectors = event.kind === 'authority' ? words.mandates.PROTECTION.map((each) => ({ agency: each })) : [];
  return [...of, ...own, network, ...protectors, ...custodians];
}

/** The family members that a record's detail names. */
function familyIn(detail: Detail, name: string): readonly Audience[] {
  return strings(detail[name]).map((user) => ({ agency: 'family', user }));
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}
