import type { RecordEvent } from './append.ts';
import { isKind } from './record-kind.ts';
import type { Detail } from './records.ts';

/** Whom something is told: the officers of an agency, or one of its users. */
export interface Audience {
  readonly agency: string;
  readonly user?: string | undefined;
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
  | 'CHILD_SPLIT';

export interface NewNotice extends Audience {
  readonly kind: NoticeKind;
  readonly about: string;
  readonly record: string;
}

const network: Audience = { agency: 'network' };

/**
 * Who is told of what happened: the custodian of a request, the requester of its answer, who must review, confirm or correct. A family is
 * told what waits for it or was asked by it, and of an emergency access only where the reviewer judged that telling endangers nobody.
 */
export function noticesOf(event: RecordEvent): readonly NewNotice[] {
  return told(event).map(([kind, { agency, user }]) => ({
    kind,
    about: event.about,
    record: event.id,
    agency,
    user,
  }));
}

function told(event: RecordEvent): readonly (readonly [NoticeKind, Audience])[] {
  const { act, agency, detail } = event;
  const own: readonly Audience[] = agency === null ? [] : [{ agency }];
  const toAll = (kind: NoticeKind, whom: readonly Audience[]) => whom.map((each) => [kind, each] as const);
  if (isKind(event, 'approval')) {
    const { custodian, recipient } = event.body;
    if (act === 'REQUESTED') return [['DISCLOSURE_REQUESTED', { agency: custodian }]];
    if (act === 'APPROVED') return [['DISCLOSURE_APPROVED', recipient]];
    if (act === 'DECLINED') return [['DISCLOSURE_DECLINED', recipient]];
    if (act === 'WITHDRAWN') return [['APPROVAL_WITHDRAWN', recipient]];
  }
  if (isKind(event, 'standing-approval') && act === 'WITHDRAWN') {
    return [['APPROVAL_WITHDRAWN', event.body.recipient]];
  }
  if (isKind(event, 'emergency')) {
    if (act === 'OPENED') return toAll('EMERGENCY_TO_REVIEW', [...own, network]);
    if (act === 'OVERDUE') return toAll('EMERGENCY_OVERDUE', [...own, network]);
    if (act === 'REVIEWED') return toAll('EMERGENCY_REVIEWED', familyIn(detail, 'told'));
  }
  if (isKind(event, 'consent') && act === 'PROPOSED') return toAll('CONSENT_TO_CONFIRM', familyIn(detail, 'holder'));
  if (isKind(event, 'order') && act === 'RECORDED') return toAll('ORDER_TO_CONFIRM', own);
  if (isKind(event, 'statement')) {
    if (act === 'CORRECTION_REQUESTED') return toAll('CORRECTION_REQUESTED', own);
    if (act === 'CORRECTION_ANSWERED') return toAll('CORRECTION_ANSWERED', familyIn(detail, 'by'));
  }
  if (act === 'DRAFTED') return [['RULES_TO_APPROVE', network]];
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

/** The family members that a record's detail names. */
function familyIn(detail: Detail, name: string): readonly Audience[] {
  return strings(detail[name]).map((user) => ({ agency: 'family', user }));
}

function strings(value: unknown): readonly string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}
