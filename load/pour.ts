import { sqlState, type Queryable } from '@trellis/platform';
import { Counter } from './account.ts';
import { LoadRefused } from './load-refused.ts';
import { overtakenReason } from './overtaken-reason.ts';
import type { ItemPart, SourceItem } from './source-item.ts';
import { saveRows, type Hanging } from './store/save-rows.ts';
import type { Row, LoadStamp, StampedRow } from './store/stamp.ts';
import { takeBackRows, type TakenBack } from './store/take-back-rows.ts';

/** The number of items that are mapped before they are written: it bounds the memory a file takes. */
const perBatch = 1_000;

type Item = Pick<SourceItem<unknown>, 'parts' | 'unmappedFields' | 'asOf' | 'about'> & {
  readonly records: Readonly<Record<string, readonly Row[]>>;
  readonly takesBack: readonly TakenBack[];
  /** It was skipped, and counted so: only what it takes back is left to do. */
  readonly isSkipped: boolean;
};

export interface Writer {
  /** Runs what may fail, and leaves nothing of it where it does. */
  attempt<Result>(run: () => Promise<Result>): Promise<Result>;
  save(table: string, rows: readonly StampedRow[]): Promise<ReadonlySet<string>>;
  takeBack(taken: TakenBack): Promise<number>;
}

/** Writes into a transaction of the agency's database, beside what stood there. */
export function writerInto(
  tx: Queryable,
  stamp: LoadStamp,
  { hangs = {} }: { readonly hangs?: Readonly<Record<string, Hanging>> },
): Writer {
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
    save: (table, rows) => saveRows(tx, stamp, table, rows, hangs[table]),
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
  let touched = new Set<string>();
  const flush = async (): Promise<void> => {
    const full = batch;
    batch = [];
    touched = new Set();
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
    count(item, counter);
    const { fate, takesBack = [] } = item;
    const records = (typeof fate === 'object' && 'record' in fate ? fate.record : {}) as Item['records'];
    const isSkipped = typeof fate === 'object' && 'skipped' in fate;
    if (fate === 'unmapped' || (isSkipped && takesBack.length === 0)) continue;
    const values = takesBack.flatMap((taken) => taken.values);
    // What is taken back goes before what the file says after it, and after what it said before.
    if (batch.length >= perBatch || values.some((value) => touched.has(value))) await flush();
    batch.push({ ...item, records, takesBack, isSkipped });
    for (const value of values) touched.add(value);
    for (const { id } of Object.values(records).flat()) touched.add(id);
  }
  await flush();
  return counter.close();
}

function count({ parts, fate, notes = [], unreadable = [] }: SourceItem<unknown>, counter: Counter): void {
  counter.read(parts);
  for (const note of notes) counter.note(note);
  for (const each of unreadable) counter.unreadable(parts[0], each);
  if (fate === 'unmapped') counter.unmapped(parts);
  else if ('skipped' in fate) counter.skipped(parts, fate.skipped);
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

async function writeBatch(
  batch: readonly Item[],
  tables: readonly string[],
  writer: Writer,
  counter: Counter,
): Promise<void> {
  for (const { element, taken } of together(batch))
    counter.takenBack({ element, place: '' }, await writer.takeBack(taken));
  const left = new Set<string>();
  const overtaken = new Set<Item>();
  for (const table of tables) {
    const rows = batch.flatMap((item) =>
      overtaken.has(item)
        ? []
        : (item.records[table] ?? []).map((row, _at, own): StampedRow => ({
            row,
            asOf: item.asOf,
            about: item.about,
            partOf: partOf(row, own),
          })),
    );
    if (rows.length === 0) continue;
    for (const id of await writer.save(table, rows)) left.add(id);
    // The rows of a record come after what they hang from: where that was overtaken, so is the rest of what this export says of it.
    for (const item of batch) {
      const own = item.records[table] ?? [];
      if (own.length > 0 && own.every(({ id }) => left.has(id))) overtaken.add(item);
    }
  }
  for (const item of batch) {
    if (item.isSkipped) continue;
    if (overtaken.has(item)) counter.skipped(item.parts as readonly ItemPart[], overtakenReason);
    else counter.loaded(item.parts, item.unmappedFields);
  }
}

/** The row that this one is a part of, by the source id: `r1#2` came with `r1`, and goes with it. */
function partOf(row: Row, own: readonly Row[]): string | undefined {
  return own.find(
    ({ id, sourceId }) => id !== row.id && sourceId !== undefined && row.sourceId?.startsWith(`${sourceId}#`),
  )?.id;
}

/** The rows that the items of a batch take back, in as few statements as say it. */
function together(batch: readonly Item[]): readonly { readonly element: string; readonly taken: TakenBack }[] {
  const found = new Map<string, { element: string; taken: TakenBack }>();
  for (const { parts, takesBack, asOf: saidAt } of batch) {
    const { element } = parts[0];
    for (const taken of takesBack) {
      const { table, by, asOf, isSuperseded, values, except = [] } = taken;
      const key = JSON.stringify([element, table, by, asOf, isSuperseded]);
      const before = found.get(key)?.taken;
      const merged: TakenBack = {
        ...taken,
        values: [...(before?.values ?? []), ...values],
        unlessAbout: [...(before?.unlessAbout ?? []), ...values.map((_value, at) => taken.unlessAbout?.[at] ?? null)],
        saidAt: [...(before?.saidAt ?? []), ...values.map(() => saidAt ?? null)],
        except: [...(before?.except ?? []), ...except],
      };
      found.set(key, { element, taken: merged });
    }
  }
  return [...found.values()];
}
