import type { Queryable } from '@trellis/platform';
import DataLoader from 'dataloader';

/** Every batch statement takes the keys as `$1` (text[]) and answers rows with the key they belong to as `key`. */
interface Keyed {
  readonly key: string;
}

/** All rows of each key, by one statement for all keys of a request. Columns come back in camel case. */
export function manyLoader<Row>(database: Queryable, sql: string): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const grouped = new Map<string, Row[]>(keys.map((key) => [key, []]));
    for (const { key, row } of await keyedRows<Row>(database, sql, keys)) grouped.get(key)?.push(row);
    return keys.map((key) => grouped.get(key) ?? []);
  });
}

/** The first row of each key, or null. */
export function oneLoader<Row>(database: Queryable, sql: string): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const first = new Map<string, Row>();
    for (const { key, row } of await keyedRows<Row>(database, sql, keys)) if (!first.has(key)) first.set(key, row);
    return keys.map((key) => first.get(key) ?? null);
  });
}

async function keyedRows<Row>(
  database: Queryable,
  sql: string,
  keys: readonly string[],
): Promise<{ key: string; row: Row }[]> {
  const rows = await queryRows<Keyed & Row>(database, sql, [keys]);
  return rows.map((row) => ({ key: row.key, row }));
}

/** The rows of one statement, their columns in camel case. */
export async function queryRows<Row extends object>(
  database: Queryable,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await database.query<Record<string, unknown>>(sql, values);
  const [sample] = rows;
  if (sample === undefined) return [];
  const columns = Object.keys(sample).map((column) => [column, camel(column)] as const);
  return rows.map((row) => Object.fromEntries(columns.map(([column, name]) => [name, row[column]])) as Row);
}

const camel = (column: string): string => column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
