import type { DropOutcome } from './drop-outcome.ts';
import type { DroppedProposal } from './dropped-proposal.ts';
import { omit } from './omit.ts';
import { pendingOf } from './pending-change.ts';
import { isKind } from './record-kind.ts';
import type { Bodies, Detail, Recorded, RecordKind } from './records.ts';

/** A record without what was proposed of it: what stood before stands, and what was to come into being never is in force. */
export function drop(target: Recorded, dropped: DroppedProposal): Recorded & { readonly act: DropOutcome } {
  const { outcome, by, reason, at } = dropped;
  const left = <Kind extends RecordKind>(state: string | null, body: Bodies[Kind], more: Detail = {}) => ({
    ...target,
    act: outcome,
    detail: { ...omit(target.detail, 'pending'), dropped, ...more },
    state,
    body,
  });
  if (isKind(target, 'authority') && pendingOf(target)?.act === 'RECORD') return left(outcome, target.body);
  if (pendingOf(target) !== undefined) return left(target.state, target.body);
  if (isKind(target, 'order')) return left('ENDED', { ...target.body, confirmed: false });
  if (isKind(target, 'approval')) {
    if (outcome === 'TAKEN_BACK')
      return left('LAPSED', { ...target.body, state: 'LAPSED' }, { withdrawnBy: by, withdrawnFor: reason });
    const decided = { decidedBy: by, decidedAt: at, decisionRationale: reason };
    return left('DECLINED', { ...target.body, state: 'DECLINED' }, decided);
  }
  if (isKind(target, 'consent')) return left('WITHDRAWN', { ...target.body, state: 'WITHDRAWN' });
  if (isKind(target, 'standing-approval')) return left('WITHDRAWN', { ...target.body, withdrawnAt: at });
  if (isKind(target, 'linkage') || isKind(target, 'rule-set')) return left(outcome, { ...target.body, state: outcome });
  return left(outcome, target.body);
}
