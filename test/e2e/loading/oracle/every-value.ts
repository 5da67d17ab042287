import type { Database } from '@trellis/platform';

/** A row as both readers say it: its table, the number of whom it is about, and every value that is there. */
export function line(table: string, about: string, values: Readonly<Record<string, unknown>>): string {
  const said = Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${table} ${about} ${JSON.stringify(Object.fromEntries(said))}`;
}

/** Every value of every row of these tables, sorted; ids and links to children apart, and where a row names another, that one's id at the source. */
export async function everyValue(
  database: Database,
  tables: readonly string[],
  omitted: readonly string[] = [],
): Promise<string[]> {
  const names = new Map<string, string>();
  const abouts = new Map<string, string>();
  const all: { table: string; row: Record<string, unknown> }[] = [];
  for (const table of tables) {
    const { rows } = await database.query<{ row: Record<string, unknown>; about: string | null }>(
      `select to_jsonb(t.*) as row, r.about from "${table}" t join load_rows r on r.tab = $1 and r.id = t.id`,
      [table],
    );
    for (const { row, about } of rows) {
      names.set(String(row['id']), String(row['source_id']));
      if (about !== null) abouts.set(String(row['id']), about);
      all.push({ table, row });
    }
  }
  return all
    .map(({ table, row }) => {
      const left = new Set(['id', 'source', 'source_id', 'child', ...omitted]);
      const kept = Object.entries(row).filter(([name]) => !left.has(name));
      const readable = kept.map(([name, value]) => [
        name,
        typeof value === 'string' && /_at$/.test(name)
          ? new Date(value).toISOString()
          : (names.get(String(value)) ?? value),
      ]);
      return line(table, abouts.get(String(row['id'])) ?? '-', Object.fromEntries(readable) as Record<string, unknown>);
    })
    .sort();
}
