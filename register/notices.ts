import type { Happening } from './append.ts';
import { isKind } from './conditions.ts';

/** Whom something is told: the officers of an agency, or one of its users. */
export interface Audience {
  readonly agency: string;
  readonly user?: string | undefined;
}

export type NoticeKind =
  | 'DISCLOSURE_REQUESTED'
  | 'DISCLOSURE_APPROVED'
  | 'DISCLOSURE_DECLINED'
  | 'EMERGENCY_TO_REVIEW'
  | 'ORDER_TO_CONFIRM'
  | 'CORRECTION_REQUESTED';

export interface NewNotice extends Audience {
  readonly kind: NoticeKind;
  readonly about: string;
  readonly record: string;
}

/**
 * Who is told of what happened: the custodian of a request, the requester of its answer, who must review, confirm or correct. The family is
 * told nothing unasked: a notice in the wrong hands may endanger a child, and they can ask the ledger.
 */
export function noticesOf(happening: Happening): readonly NewNotice[] {
  const to = (kind: NoticeKind, { agency, user }: Audience): NewNotice => ({
    kind,
    about: happening.about,
    record: happening.id,
    agency,
    user,
  });
  const { act } = happening;
  if (isKind(happening, 'approval')) {
    const { custodian, recipient } = happening.body;
    if (act === 'REQUESTED') return [to('DISCLOSURE_REQUESTED', { agency: custodian })];
    if (act === 'APPROVED') return [to('DISCLOSURE_APPROVED', recipient)];
    if (act === 'DECLINED') return [to('DISCLOSURE_DECLINED', recipient)];
  }
  if (isKind(happening, 'emergency') && act === 'OPENED') {
    return [
      to('EMERGENCY_TO_REVIEW', { agency: happening.body.agency }),
      to('EMERGENCY_TO_REVIEW', { agency: 'network' }),
    ];
  }
  if (isKind(happening, 'order') && act === 'RECORDED' && happening.agency !== null) {
    return [to('ORDER_TO_CONFIRM', { agency: happening.agency })];
  }
  if (isKind(happening, 'statement') && happening.body.correctionBy !== null) {
    return [to('CORRECTION_REQUESTED', { agency: happening.body.correctionBy })];
  }
  return [];
}
