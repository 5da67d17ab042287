import type { Queryable } from '@trellis/platform';
import { Counter } from './account.ts';
import type { Part, SourceItem } from './source-item.ts';
import { saveRows } from './store/save-rows.ts';
import type { Row, Stamp, StampedRow } from './store/stamp.ts';
import { takeBackRows, type TakenBack } from './store/take-back-rows.ts';

/** How many items are mapped before they are written: what bounds the memory a file takes. */
const perBatch = 1_000;

type Item = Pick<SourceItem<unknown>, 'parts' | 'unmappedFields' | 'asOf' | 'about'> & {
  readonly records: Readonly<Record<string, readonly Row[]>>;
};

export interface Writer {
  save(table: string, rows: readonly StampedRow[]): Promise<ReadonlySet<string>>;
  takeBack(taken: TakenBack): Promise<number>;
}

/** Writes into a transaction of the agency's database, beside what stood there. */
export function writerInto(tx: Queryable, stamp: Stamp): Writer {
  return {
    save: (table, rows) => saveRows(tx, stamp, table, rows),
    takeBack: (taken) => takeBackRows(tx, stamp, taken),
  };
}

/** Counts and writes nothing. */
export const dryWriter: Writer = { save: () => Promise.resolve(new Set()), takeBack: () => Promise.resolve(0) };

/** Counts every item of a file and writes the records of those that have one, batch after batch, in the order of the tables. */
export async function pour<Records extends object>(
  items: AsyncIterable<SourceItem<Records>>,
  tables: readonly string[],
  writer: Writer,
): Promise<ReturnType<Counter['close']>> {
  const counter = new Counter();
  let batch: Item[] = [];
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    if (full.length > 0) await writeBatch(full, tables, writer, counter);
  };
  for await (const item of items) {
    const { parts, fate, notes = [], takesBack = [], unreadable = [] } = item;
    counter.read(parts);
    for (const note of notes) counter.note(note);
    for (const each of unreadable) counter.unreadable(parts[0], each);
    if (fate === 'unmapped') counter.unmapped(parts);
    else if ('skipped' in fate) counter.skipped(parts, fate.skipped);
    if (takesBack.length > 0) {
      // What is taken back goes before what the file says after it, and after what it said before.
      await flush();
      for (const taken of takesBack) counter.takenBack(parts[0], await writer.takeBack(taken));
    }
    if (typeof fate === 'object' && 'record' in fate) {
      batch.push({ ...item, records: fate.record as Item['records'] });
      if (batch.length >= perBatch) await flush();
    }
  }
  await flush();
  return counter.close();
}

const overtaken = 'a later export has said what became of it';

async function writeBatch(
  batch: readonly Item[],
  tables: readonly string[],
  writer: Writer,
  counter: Counter,
): Promise<void> {
  const left = new Set<string>();
  for (const table of tables) {
    const rows = batch.flatMap(({ records, asOf, about }) =>
      (records[table] ?? []).map((row): StampedRow => ({ row, asOf, about })),
    );
    if (rows.length > 0) for (const id of await writer.save(table, rows)) left.add(`${table}/${id}`);
  }
  for (const { parts, records, unmappedFields } of batch) {
    const written = Object.entries(records).flatMap(([table, rows]) => rows.map(({ id }) => `${table}/${id}`));
    if (written.length > 0 && written.every((each) => left.has(each)))
      counter.skipped(parts as readonly Part[], overtaken);
    else counter.loaded(parts, unmappedFields);
  }
}
