import { pendingOf } from './pending-change.ts';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

export type ProposedAct = 'RECORD' | 'RESTORE' | 'END' | 'MERGE' | 'SPLIT' | 'ERASE' | 'PUBLISH' | 'DISCLOSE';

/**
 * The act of a record that changes nothing until another person has agreed to it; undefined where nothing waits so. What restricts binds when it is
 * recorded, and is no proposal; that it end is one.
 */
export function proposalOf(record: Recorded): ProposedAct | undefined {
  const pending = pendingOf(record);
  if (pending !== undefined) return pending.act;
  if (isKind(record, 'order'))
    return record.state === 'UNCONFIRMED' && record.body.decision === 'PERMIT' ? 'RECORD' : undefined;
  if (isKind(record, 'consent')) return record.body.state === 'PROPOSED' ? 'RECORD' : undefined;
  if (isKind(record, 'standing-approval')) return record.state === 'PROPOSED' ? 'RECORD' : undefined;
  if (isKind(record, 'linkage')) return record.body.state === 'PROPOSED' ? record.body.act : undefined;
  if (isKind(record, 'erasure')) return record.state === 'REQUESTED' ? 'ERASE' : undefined;
  if (isKind(record, 'rule-set')) return record.body.state === 'DRAFT' ? 'PUBLISH' : undefined;
  if (isKind(record, 'approval')) return record.body.state === 'PENDING' ? 'DISCLOSE' : undefined;
  return undefined;
}
