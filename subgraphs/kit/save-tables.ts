import type { Queryable } from '@trellis/platform';

type Tables<Records> = { readonly [Table in keyof Records]?: readonly { readonly id: string }[] };

/** The number of records of each table that were written: as many as were given, ids given twice counted once. */
export type SavedCounts<Records> = { readonly [Table in keyof Records]-?: number };

const perStatement = 2_000;

/**
 * Writes records into the tables of their names, in the order of `order`, so that a record comes after those it names. By id: one that is
 * there is replaced. Saving the same records again changes nothing.
 */
export async function saveTables<Records extends Tables<Records>>(
  tx: Queryable,
  order: readonly (keyof Records & string)[],
  records: Records,
): Promise<SavedCounts<Records>> {
  const counts: Partial<Record<keyof Records, number>> = {};
  for (const table of order) {
    const rows = [...new Map((records[table] ?? []).map((record) => [record.id, record])).values()];
    for (let start = 0; start < rows.length; start += perStatement) {
      await upsert(tx, snake(table), rows.slice(start, start + perStatement));
    }
    counts[table] = rows.length;
  }
  return counts as SavedCounts<Records>;
}

async function upsert(tx: Queryable, table: string, rows: readonly { readonly id: string }[]): Promise<void> {
  const [sample] = rows;
  if (sample === undefined) return;
  const columns = Object.keys(sample).map(snake);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const replaced = columns.filter((column) => column !== 'id').map((column) => `"${column}" = excluded."${column}"`);
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  );
  await tx.query(
    `insert into "${table}" (${list})
     select ${list} from jsonb_populate_recordset(null::"${table}", $1::jsonb)
     on conflict (id) do update set ${replaced.join(', ')}`,
    [JSON.stringify(values)],
  );
}

/** A column's name from a field's. Fields are written in code, but a record's keys reach SQL text: nothing else passes. */
function snake(name: string): string {
  if (!/^[a-z][A-Za-z]*$/.test(name)) throw new RangeError('A record has a field that is no column.');
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
