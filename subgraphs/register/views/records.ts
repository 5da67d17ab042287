import type { Instant } from '@trellis/decision';
import type { Recorded } from '@trellis/register';
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
  };
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
  return { ...body, child: null, state: 'APPROVED', rationale: body.authority, until: null };
}

export function emergencyView(record: Recorded<'emergency'>) {
  const { body, detail } = record;
  return {
    ...body,
    child: childOf(record),
    reason: textOrNull(detail['reason']),
    openedAt: shown(body.openedAt),
    until: shown(body.until),
    closedAt: shownOrNull(body.closedAt),
    justified: typeof detail['justified'] === 'boolean' ? detail['justified'] : null,
    finding: textOrNull(detail['finding']),
  };
}

export function ruleSetView({ body, detail }: Recorded<'rule-set'>) {
  const { number, state, base, author, approvedBy } = body;
  return {
    number,
    state,
    base: base === 0 ? null : base,
    author,
    approvedBy,
    liveFrom: shownOrNull(detail['publishedFrom']),
  };
}
