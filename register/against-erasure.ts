import type { Instant } from '@trellis/decision';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/** The reasons against erasing a child, by kind and agency: told before a second person confirms it. Nothing of what is recorded is in them. */
export function againstErasure(records: readonly Recorded[], at: Instant): readonly string[] {
  const found = records.flatMap((record): string[] => {
    if (isKind(record, 'involvement')) {
      const { agency, kind, from, to } = record.body;
      return from <= at && (to === null || at < to) ? [`OPEN_INVOLVEMENT ${agency} ${kind}`] : [];
    }
    if (isKind(record, 'order')) {
      const { confirmed, to } = record.body;
      return confirmed && (to === null || at < to) ? [`ORDER_IN_FORCE ${record.agency ?? 'network'}`] : [];
    }
    if (isKind(record, 'legal-hold')) return record.body.liftedAt === null ? ['LEGAL_HOLD'] : [];
    if (isKind(record, 'emergency'))
      return record.state === 'REVIEWED' ? [] : [`UNREVIEWED_EMERGENCY ${record.body.agency}`];
    if (isKind(record, 'approval'))
      return record.body.state === 'PENDING' ? [`PENDING_REQUEST ${record.body.custodian}`] : [];
    return [];
  });
  return [...new Set(found)].sort();
}
