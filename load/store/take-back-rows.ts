import type { Queryable } from '@trellis/platform';
import { columnOf } from './column-of.ts';
import type { LoadStamp } from './stamp.ts';

/** Rows that a source takes back: by id, or by the record that they hang from. */
export interface TakenBack {
  readonly table: string;
  /** The field they are found by; `id` unless given. */
  readonly by?: string;
  readonly values: readonly string[];
  /** Ids of rows that stay, since the source says them anew. */
  readonly except?: readonly string[];
  /** The moment at which the source said so; the time of the export unless given. */
  readonly asOf?: string | undefined;
  /** Another row of the source says it better: nothing is taken back, and the row may come again with its file. */
  readonly isSuperseded?: boolean;
}

/**
 * Deletes what a source takes back, beside what stood there, and remembers that it is gone, also where it never came. What a later export
 * has spoken of stays. Returns how many rows went.
 */
export async function takeBackRows(
  tx: Queryable,
  { load, source, asOf }: LoadStamp,
  { table, by = 'id', values, except = [], asOf: own, isSuperseded = false }: TakenBack,
): Promise<number> {
  if (values.length === 0) return 0;
  const name = columnOf(table);
  const aimed =
    by === 'id'
      ? 'select unnest($1::text[]) as id'
      : `select id from "${name}" where "${columnOf(by)}" = any($1::text[])`;
  const { rows } = await tx.query<{ went: number }>(
    `with aimed as materialized (select distinct id from (${aimed}) a where id <> all($6::text[])),
    known as materialized (select * from load_rows where tab = $2 and id in (select id from aimed)),
    fresh as materialized (
      select a.id from aimed a left join known k using (id) where k.as_of is null or k.as_of <= $3::timestamptz
    ),
    there as materialized (select t.id, to_jsonb(t.*) as row from "${name}" t where t.id in (select id from fresh)),
    deleted as (delete from "${name}" where id in (select id from fresh)),
    marked as (
      insert into load_rows (tab, id, source, as_of, load, gone) select $2, id, $4, $3::timestamptz, $5, not $7::boolean from fresh
      on conflict (tab, id) do update set source = excluded.source, as_of = excluded.as_of, load = excluded.load, gone = excluded.gone
    ),
    noted as (
      insert into load_changes (load, tab, id, changed, before, hash, mark)
      select $5, $2, f.id, t.id is not null, t.row, null, to_jsonb(k.*)
      from fresh f left join there t using (id) left join known k using (id)
    )
    select count(*)::int as went from there`,
    [values, name, own ?? asOf, source, load, except, isSuperseded],
  );
  return rows[0]?.went ?? 0;
}
