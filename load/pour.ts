import { Counter } from './account.ts';
import type { SourceItem } from './source-item.ts';

/** How many items are mapped before they are written: what bounds the memory a file takes. */
const perBatch = 1_000;

/** Counts every item of a file and saves the records of those that have one, batch after batch. */
export async function pour<Records extends object>(
  items: AsyncIterable<SourceItem<Records>>,
  save: (records: Records) => Promise<unknown>,
  savedAlone: (records: Records) => boolean = () => false,
): Promise<ReturnType<Counter['close']>> {
  const counter = new Counter();
  let batch: Records[] = [];
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    if (full.length > 0) await save(merge(full));
  };
  for await (const { parts, fate, unmappedFields, notes } of items) {
    counter.read(parts);
    for (const note of notes ?? []) counter.note(note);
    if (fate === 'unmapped') counter.unmapped(parts);
    else if ('skipped' in fate) counter.skipped(parts, fate.skipped);
    else {
      const alone = savedAlone(fate.record);
      if (alone) await flush();
      batch.push(fate.record);
      counter.loaded(parts, unmappedFields);
      if (alone || batch.length >= perBatch) await flush();
    }
  }
  await flush();
  return counter.close();
}

/** Table by table, one after the other. */
function merge<Records extends object>(batch: readonly Records[]): Records {
  const merged = new Map<string, unknown[]>();
  for (const records of batch) {
    for (const [table, rows] of Object.entries(records) as [string, readonly unknown[]][]) {
      const all = merged.get(table) ?? [];
      all.push(...rows);
      merged.set(table, all);
    }
  }
  return Object.fromEntries(merged) as Records;
}
