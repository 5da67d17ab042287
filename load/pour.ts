import { sqlState, type Queryable } from '@trellis/platform';
import { Counter } from './account.ts';
import { LoadRefused } from './load-refused.ts';
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
  /** Runs what may fail, and leaves nothing of it where it does. */
  attempt<Result>(run: () => Promise<Result>): Promise<Result>;
  save(table: string, rows: readonly StampedRow[]): Promise<ReadonlySet<string>>;
  takeBack(taken: TakenBack): Promise<number>;
}

/** Writes into a transaction of the agency's database, beside what stood there. */
export function writerInto(tx: Queryable, stamp: Stamp): Writer {
  return {
    async attempt(run) {
      await tx.query('savepoint batch');
      try {
        return await run();
      } catch (error) {
        await tx.query('rollback to savepoint batch');
        throw error;
      }
    },
    save: (table, rows) => saveRows(tx, stamp, table, rows),
    takeBack: (taken) => takeBackRows(tx, stamp, taken),
  };
}

/** Counts and writes nothing. */
export const dryWriter: Writer = {
  attempt: (run) => run(),
  save: () => Promise.resolve(new Set()),
  takeBack: () => Promise.resolve(0),
};

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
    if (full.length === 0) return;
    try {
      await writer.attempt(() => writeBatch(full, tables, writer, counter));
    } catch (error) {
      const state = sqlState(error);
      if (state === undefined || !isAboutValues(state)) throw error;
      throw await refusalOf(full, tables, writer, state);
    }
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

/** Classes 22 (data) and 23 (constraints): a value is what is wrong, not the database. */
function isAboutValues(state: string): boolean {
  return /^2[23]/.test(state);
}

/** Writes what failed together one by one, and says at which item the database stops. */
async function refusalOf(
  batch: readonly Item[],
  tables: readonly string[],
  writer: Writer,
  state: string,
): Promise<LoadRefused> {
  for (const item of batch) {
    try {
      await writer.attempt(() => writeBatch([item], tables, writer, new Counter()));
    } catch {
      const [{ element, place }] = item.parts;
      return new LoadRefused(`${place}, ${element}: the database refused a value (SQLSTATE ${state})`);
    }
  }
  return new LoadRefused(`the database refused a record (SQLSTATE ${state})`);
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
