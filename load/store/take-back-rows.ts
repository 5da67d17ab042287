import type { Queryable } from '@trellis/platform';
import { columnOf } from './column-of.ts';
import type { LoadStamp } from './stamp.ts';

/** Rows that a source takes back: by id, or by the record that they hang from. */
export interface TakenBack {
  readonly table: string;
  /** The field they are found by; `id` unless given. By `parts` it is what the records of these source ids brought beside themselves. */
  readonly by?: string;
  readonly values: readonly string[];
  /** Beside each value, the number under which the row stays: it goes where it is said of somebody else. Null or absent: it goes. */
  readonly unlessAbout?: readonly (string | null)[];
  /** Beside each value, the moment at which the source changed it, where it says so: what it says after that stands again. */
  readonly saidAt?: readonly (string | null)[];
  /** Ids of rows that stay, since the source says them anew. */
  readonly except?: readonly string[];
  /** The moment at which the source said so; the time of the export unless given. */
  readonly asOf?: string | undefined;
  /** The source says something else now: nothing is taken back for good, and the row may come again with its file. */
  readonly isSuperseded?: boolean;
}

/**
 * Deletes what a source takes back, beside what stood there, and remembers that it is gone, also where it never came. What a later export
 * has spoken of stays. Returns how many rows went.
 */
export async function takeBackRows(
  tx: Queryable,
  { load, source, asOf }: LoadStamp,
  { table, by = 'id', values, unlessAbout = [], saidAt = [], except = [], asOf: own, isSuperseded = false }: TakenBack,
): Promise<number> {
  if (values.length === 0) return 0;
  const name = columnOf(table);
  // What is only superseded was there, or it is nothing to remember.
  const isThere = isSuperseded ? `exists (select from "${name}" t where t.id = a.id)` : 'true';
  const { rows } = await tx.query<{ went: number }>(
    `with aimed as materialized (
      select distinct on (id) id, about, said_at from (${aimedAt(name, by)}) a where id <> all($6::text[]) and ${isThere}
    ),
    known as materialized (select * from load_rows where tab = $2 and id in (select id from aimed)),
    fresh as materialized (
      select a.id, greatest(k.as_of, coalesce(a.said_at, $3::timestamptz)) as as_of from aimed a left join known k using (id)
      where (k.as_of is null or k.as_of <= $3::timestamptz) and (a.about is null or k.about is distinct from a.about)
    ),
    there as materialized (select t.id, to_jsonb(t.*) as row from "${name}" t where t.id in (select id from fresh)),
    deleted as (delete from "${name}" where id in (select id from fresh)),
    marked as (
      insert into load_rows (tab, id, source, as_of, load, gone) select $2, id, $4, as_of, $5, not $7::boolean from fresh
      on conflict (tab, id) do update set source = excluded.source, as_of = excluded.as_of, load = excluded.load, gone = excluded.gone
    ),
    noted as (
      insert into load_changes (load, tab, id, changed, before, hash, mark)
      select $5, $2, f.id, t.id is not null, t.row, null, to_jsonb(k.*)
      from fresh f left join there t using (id) left join known k using (id)
    )
    select count(*)::int as went from there`,
    [
      values,
      name,
      own ?? asOf,
      source,
      load,
      except,
      isSuperseded,
      values.map((_value, at) => unlessAbout[at] ?? null),
      values.map((_value, at) => saidAt[at] ?? null),
    ],
  );
  return rows[0]?.went ?? 0;
}

/** The statement for the ids aimed at, and beside each the number under which it stays, and when that was said. */
function aimedAt(table: string, by: string): string {
  const given = 'unnest($1::text[], $8::text[], $9::timestamptz[]) as given(value, about, said_at)';
  const beside = 'given.about, given.said_at';
  if (by === 'id') return `select given.value as id, ${beside} from ${given}`;
  if (by === 'parts')
    return `select t.id, ${beside} from "${table}" t join ${given} on split_part(t.source_id, '#', 1) = given.value
      where t.source = $4 and t.source_id like '%#%'`;
  return `select t.id, ${beside} from "${table}" t join ${given} on t."${columnOf(by)}" = given.value`;
}
