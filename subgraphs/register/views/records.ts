import type { Day, Instant } from '@trellis/decision';
import { pendingOf, reviewByOf, type Notice, type Recorded } from '@trellis/register';
import { shown, shownOrNull, textOrNull } from './instants.ts';
import { noticeSentence } from './notice-sentence.ts';

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A reference to a child: the gateway decides on whatever more is asked of it. */
const childOf = ({ about }: Recorded): { readonly id: string } => ({ id: about });

/** States that the end of its period ends, whether or not anybody has recorded that yet. */
const stands: ReadonlySet<string> = new Set(['ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED']);

export function consentView(record: Recorded<'consent'>, now?: Instant) {
  const { body, detail } = record;
  const hasEnded = stands.has(body.state) && now !== undefined && body.to !== null && body.to <= now;
  return {
    ...body,
    child: childOf(record),
    unconfirmed: body.unconfirmed === true,
    state: hasEnded ? 'EXPIRED' : body.state,
    from: shown(body.from),
    to: shownOrNull(body.to),
    recordedAt: shown(body.recordedAt),
    record,
    lapsed: textsIn(detail['lapsed']),
    recordedBy: textOrNull(detail['recordedBy']),
    recordedByAgency: textOrNull(detail['recordedByAgency']),
    confirms: textOrNull(detail['confirms']),
    attestedBy: textOrNull(detail['attestedBy']),
    attestedByAgency: textOrNull(detail['attestedByAgency']),
    attestedEvidence: textOrNull(detail['attestedEvidence']),
  };
}

export function authorityView(record: Recorded<'authority'>) {
  const { body, detail } = record;
  const pending = pendingOf(record);
  return {
    ...body,
    child: childOf(record),
    confirmed: body.confirmed !== false,
    recordedBy: textOrNull(detail['recordedBy']),
    recordedByAgency: textOrNull(detail['recordedByAgency']),
    suspendedByAgency: body.suspended ? textOrNull(detail['suspendedByAgency']) : null,
    pending: pending && { ...pending, on: pending.on ?? null, reason: pending.reason ?? null },
  };
}

export function orderView(record: Recorded<'order'>) {
  const { body, detail, state } = record;
  const { children } = detail;
  return {
    ...body,
    child: childOf(record),
    children: Array.isArray(children) ? children.map((id: unknown) => ({ id })) : [childOf(record)],
    from: shown(body.from),
    to: shownOrNull(body.to),
    confirmed: body.confirmed && state !== 'UNCONFIRMED',
    record,
    recordedBy: textOrNull(detail['by']),
    ending: pendingOf(record)?.act === 'END',
  };
}

export function involvementView(record: Recorded<'involvement'>) {
  const { body } = record;
  return { ...body, child: childOf(record), from: shown(body.from), to: shownOrNull(body.to) };
}

export function relationView(record: Recorded<'relation'>) {
  const { body, detail } = record;
  return {
    ...body,
    child: childOf(record),
    from: shown(body.from),
    to: shownOrNull(body.to),
    evidence: textOrNull(detail['evidence']),
    recordedBy: textOrNull(detail['recordedBy']),
    recordedByAgency: textOrNull(detail['recordedByAgency']),
    ending: pendingOf(record) !== undefined,
  };
}

export function harmRefusalView(record: Recorded<'harm-refusal'>) {
  const { body, detail } = record;
  return {
    ...body,
    child: childOf(record),
    from: shown(body.from),
    to: shownOrNull(body.to),
    reason: textOrNull(detail['reason']),
    recordedBy: textOrNull(detail['recordedBy']),
    ending: pendingOf(record) !== undefined,
  };
}

export function statementView(record: Recorded<'statement'>) {
  const { body, detail } = record;
  return {
    id: body.id,
    child: childOf(record),
    by: textOrNull(detail['by']),
    text: body.text,
    agency: body.correctionBy,
    recordedAt: shown(body.at),
    correction: body.correctionBy === null ? null : (record.state ?? 'REQUESTED'),
    answer: textOrNull(detail['answer']),
    recipients: body.recipients ?? [],
    tellsOfHarm: body.tellsOfHarm === true,
  };
}

export function linkageView({ body, detail }: Recorded<'linkage'>) {
  const { id, act, kept, other, records, state, doneAt } = body;
  const reason = textOrNull(detail['reason']);
  return {
    id,
    act,
    child: { id: kept },
    other,
    records,
    reason,
    state,
    doneAt: shownOrNull(doneAt),
    against: textsIn(detail['against']),
  };
}

export function legalHoldView(record: Recorded<'legal-hold'>) {
  const { id, reference, from, liftedAt } = record.body;
  return { id, child: childOf(record), reference, from: shown(from), liftedAt: shownOrNull(liftedAt) };
}

export function erasureView(record: Recorded<'erasure'>) {
  return {
    id: record.id,
    child: childOf(record),
    state: record.state,
    reason: textOrNull(record.detail['reason']),
    against: textsIn(record.detail['against']),
  };
}

/** The view of a notice; one about the network, or its rules, is about no child. */
export function noticeView({ id, at, kind, about, record, agency }: Notice, isChild: (about: string) => boolean) {
  const { en: sentence, fr: phrase } = noticeSentence(kind, agency === 'family');
  return { id, at: shown(at), kind, record, child: isChild(about) ? { id: about } : null, sentence, phrase };
}

export function approvalView(record: Recorded<'approval'>) {
  const { body, detail } = record;
  return {
    ...body,
    child: childOf(record),
    purposes: [body.purpose],
    rationale: textOrNull(detail['rationale']),
    requestedAt: shownOrNull(detail['requestedAt']),
    until: shownOrNull(body.until),
    reviewOn: null,
    record,
    decidedBy: textOrNull(detail['decidedBy']),
    decidedAt: shownOrNull(detail['decidedAt']),
    decisionRationale: textOrNull(detail['decisionRationale']),
    ...withdrawalOf(detail),
  };
}

function withdrawalOf(detail: Recorded['detail']) {
  return { withdrawnBy: textOrNull(detail['withdrawnBy']), withdrawnFor: textOrNull(detail['withdrawnFor']) };
}

/** A protocol is approved once a second person has confirmed it, for every child that fits it, until the day of its review. */
export function standingApprovalView(record: Recorded<'standing-approval'>, today?: Day) {
  const { body, detail } = record;
  const isOver = body.withdrawnAt !== undefined || (today !== undefined && body.reviewOn <= today);
  return {
    ...body,
    child: null,
    state: isOver ? 'LAPSED' : body.confirmed === false ? 'PENDING' : 'APPROVED',
    rationale: body.authority,
    until: shownOrNull(body.withdrawnAt),
    record,
    decidedBy: textOrNull(detail['confirmedBy']),
    decidedAt: shownOrNull(detail['confirmedAt']),
    decisionRationale: null,
    ...withdrawalOf(detail),
  };
}

export function emergencyView(record: Recorded<'emergency'>, now?: Instant) {
  const { body, detail } = record;
  const reviewBy = reviewByOf(record);
  return {
    ...body,
    child: childOf(record),
    record,
    reason: textOrNull(detail['reason']),
    openedAt: shown(body.openedAt),
    until: shown(body.until),
    closedAt: shownOrNull(body.closedAt),
    reviewBy: shown(reviewBy),
    reviewedBy: textOrNull(detail['reviewedBy']),
    reviewedAt: shownOrNull(detail['reviewedAt']),
    overdue: record.state !== 'REVIEWED' && now !== undefined && reviewBy <= now,
    justified: typeof detail['justified'] === 'boolean' ? detail['justified'] : null,
    finding: textOrNull(detail['finding']),
  };
}

export function ruleSetView({ body, detail }: Recorded<'rule-set'>) {
  const { number, state, base, author, approvedBy, reverts } = body;
  return {
    number,
    state,
    base: base === 0 ? null : base,
    author,
    approvedBy,
    liveFrom: shownOrNull(detail['publishedFrom']),
    reverts: reverts ?? null,
    detail,
  };
}
