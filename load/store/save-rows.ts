import type { Queryable } from '@trellis/platform';
import { columnOf } from './column-of.ts';
import type { LoadStamp, StampedRow } from './stamp.ts';

/** The row that a row cannot stand without: the row of another table that one of its fields names. */
export interface Hanging {
  readonly by: string;
  readonly from: string;
}

/**
 * Writes rows of one table by id, each beside what stood there before, so that the load can be undone. A row that a later export has
 * spoken of is left as it is, and so is one that another export of the same time takes back: what is taken back was said before. What
 * hangs from a row that is gone is left too, and what came with one that is left. Returns the ids of those that were left.
 */
export async function saveRows(
  tx: Queryable,
  { load, source, asOf }: LoadStamp,
  table: string,
  given: readonly StampedRow[],
  hanging?: Hanging,
): Promise<ReadonlySet<string>> {
  const latest = new Map<string, StampedRow>();
  for (const each of given) {
    const before = latest.get(each.row.id);
    if (before === undefined || (before.asOf ?? asOf) <= (each.asOf ?? asOf)) latest.set(each.row.id, each);
  }
  const rows = [...latest.values()];
  const [sample] = rows;
  if (sample === undefined) return new Set();
  const values = rows.map(({ row }) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])),
  );
  const stamps = rows.map(({ row: { id }, asOf: own, about, partOf }) => ({
    id,
    as_of: own ?? asOf,
    about: about ?? null,
    part_of: partOf ?? null,
  }));
  const saved = await tx.query<{ id: string }>(statement(columnOf(table), Object.keys(values[0] ?? {}), hanging), [
    JSON.stringify(values),
    JSON.stringify(stamps),
    columnOf(table),
    source,
    load,
  ]);
  const left = new Set(latest.keys());
  for (const { id } of saved.rows) left.delete(id);
  return left;
}

function statement(table: string, columns: readonly string[], hanging: Hanging | undefined): string {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const others = columns.filter((column) => column !== 'id');
  const all = (of: string): string => `(${others.map((column) => `${of}."${column}"`).join(', ')}, true)`;
  const stands =
    hanging === undefined
      ? 'true'
      : `exists (select from given g join "${columnOf(hanging.from)}" p on p.id = g."${columnOf(hanging.by)}" where g.id = s.id)`;
  return `
    with given as materialized (select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)),
    stamped as materialized (select * from jsonb_to_recordset($2::jsonb) as s(id text, as_of timestamptz, about text, part_of text)),
    known as materialized (select * from load_rows where tab = $3 and id in (select id from stamped)),
    heard as materialized (
      select s.* from stamped s left join known k using (id) where (k.as_of is null or k.as_of < s.as_of or (k.as_of = s.as_of and not k.gone)) and ${stands}
    ),
    fresh as materialized (select * from heard where part_of is null or part_of in (select id from heard)),
    there as materialized (select t.id, to_jsonb(t.*) as row from "${table}" t where t.id in (select id from fresh)),
    saved as (
      insert into "${table}" as t (${list}) select ${list} from given where id in (select id from fresh)
      on conflict (id) do update set ${others.map((column) => `"${column}" = excluded."${column}"`).join(', ')}
      where ${all('t')} is distinct from ${all('excluded')}
      returning t.id, md5(to_jsonb(t.*)::text) as hash
    ),
    marked as (
      insert into load_rows (tab, id, source, as_of, load, about, gone)
      select $3, id, $4, as_of, $5, about, false from fresh
      on conflict (tab, id) do update set source = excluded.source, as_of = excluded.as_of, load = excluded.load,
        about = coalesce(excluded.about, load_rows.about), gone = false
    ),
    noted as (
      insert into load_changes (load, tab, id, changed, before, hash, mark)
      select $5, $3, f.id, s.id is not null, t.row, s.hash, to_jsonb(k.*)
      from fresh f left join there t using (id) left join saved s using (id) left join known k using (id)
    )
    select id from fresh`;
}
