import type { SourceItem } from '../source-item.ts';
import type { NibrsSource } from './source-record.ts';

/**
 * The reports of one submission, those of an incident that it deletes each a moment after the one before: a service deletes an incident and
 * reports it anew in one submission, whose time is one for all.
 */
export async function* inTheirOrder(
  items: AsyncIterable<SourceItem<NibrsSource>>,
  exportedAt: string,
): AsyncGenerator<SourceItem<NibrsSource>> {
  const deletions = new Map<string, number>();
  for await (const item of items) {
    const { fate } = item;
    if (fate === 'unmapped' || 'skipped' in fate) {
      yield item;
      continue;
    }
    const { sourceId, of } = fate.record;
    const before = deletions.get(sourceId) ?? 0;
    if (of === 'withdrawals') deletions.set(sourceId, before + 1);
    // A deletion and the report that it answers share a moment, and of one moment a deletion counts.
    const asOf = before === 0 ? undefined : new Date(Date.parse(exportedAt) + before).toISOString();
    yield asOf === undefined ? item : { ...item, asOf, fate: { record: { ...fate.record, asOf } } };
  }
}
