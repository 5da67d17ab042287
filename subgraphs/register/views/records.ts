import type { Instant } from '@trellis/decision';
import { reviewByOf, type Notice, type Recorded } from '@trellis/register';
import { shown, shownOrNull, textOrNull } from './instants.ts';

/** A reference to a child: the gateway decides on whatever more is asked of it. */
const childOf = ({ about }: Recorded): { readonly id: string } => ({ id: about });

export function consentView(record: Recorded<'consent'>, now?: Instant) {
  const { body } = record;
  const hasEnded = body.state === 'ACTIVE' && now !== undefined && body.to !== null && body.to <= now;
  return {
    ...body,
    child: childOf(record),
    state: hasEnded ? 'EXPIRED' : body.state,
    from: shown(body.from),
    to: shownOrNull(body.to),
    recordedAt: shown(body.recordedAt),
  };
}

export function authorityView(record: Recorded<'authority'>) {
  return { ...record.body, child: childOf(record) };
}

export function orderView(record: Recorded<'order'>) {
  const { body } = record;
  return { ...body, child: childOf(record), from: shown(body.from), to: shownOrNull(body.to) };
}

export function involvementView(record: Recorded<'involvement'>) {
  const { body } = record;
  return { ...body, child: childOf(record), from: shown(body.from), to: shownOrNull(body.to) };
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
  };
}

export function linkageView({ body, detail }: Recorded<'linkage'>) {
  const { id, act, kept, other, records, doneAt } = body;
  const reason = textOrNull(detail['reason']);
  return { id, act, child: { id: kept }, other, records, reason, doneAt: shownOrNull(doneAt) };
}

export function legalHoldView(record: Recorded<'legal-hold'>) {
  const { id, reference, from, liftedAt } = record.body;
  return { id, child: childOf(record), reference, from: shown(from), liftedAt: shownOrNull(liftedAt) };
}

export function erasureView(record: Recorded<'erasure'>) {
  return { id: record.id, child: childOf(record), state: record.state, reason: textOrNull(record.detail['reason']) };
}

/** What is about the network, or its rules, is about no child. */
export function noticeView({ id, at, kind, about, record }: Notice, isChild: (about: string) => boolean) {
  return { id, at: shown(at), kind, record, child: isChild(about) ? { id: about } : null };
}

export function approvalView(record: Recorded<'approval'>) {
  const { body, detail } = record;
  return {
    ...body,
    child: childOf(record),
    purposes: [body.purpose],
    rationale: textOrNull(detail['rationale']),
    until: shownOrNull(body.until),
    reviewOn: null,
  };
}

/** A protocol is approved from the day it is granted, for every child that fits it. */
export function standingApprovalView({ body }: Recorded<'standing-approval'>) {
  const state = body.withdrawnAt === undefined ? 'APPROVED' : 'LAPSED';
  return { ...body, child: null, state, rationale: body.authority, until: shownOrNull(body.withdrawnAt) };
}

export function emergencyView(record: Recorded<'emergency'>, now?: Instant) {
  const { body, detail } = record;
  const reviewBy = reviewByOf(record);
  return {
    ...body,
    child: childOf(record),
    reason: textOrNull(detail['reason']),
    openedAt: shown(body.openedAt),
    until: shown(body.until),
    closedAt: shownOrNull(body.closedAt),
    reviewBy: shown(reviewBy),
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
  };
}
