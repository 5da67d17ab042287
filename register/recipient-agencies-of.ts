import type { ConsentException } from '@trellis/decision';
import { pendingOf } from './pending-change.ts';
import { isKind } from './record-kind.ts';
import type { Recorded } from './records.ts';

/**
 * The agencies to which a consent, an order or a protocol may open something: also those that only an exception names. A restricting order, and
 * a refusal for harm, open something once they end.
 */
export function recipientAgenciesOf(record: Recorded): readonly string[] {
  if (isKind(record, 'consent')) return namedIn(record.body);
  if (isKind(record, 'order')) {
    const ends = pendingOf(record)?.act === 'END';
    return (record.body.decision === 'PERMIT') === ends ? [] : record.body.recipients.map(({ agency }) => agency);
  }
  if (isKind(record, 'harm-refusal')) return [record.body.recipient.agency];
  if (isKind(record, 'standing-approval')) return [record.body.recipient.agency];
  return [];
}

function namedIn({ recipients = [], except = [] }: ConsentException): readonly string[] {
  return [...recipients.map(({ agency }) => agency), ...except.flatMap(namedIn)];
}
