import type { Queryable } from '@trellis/platform';

/** The rows that stand against undoing: somebody else has written them since, by table and by the load that did. */
export interface StandsAgainst {
  readonly table: string;
  /** The later load; null where it was written by hand. */
  readonly load: string | null;
  readonly rows: number;
}

/** Rows that have moved since this load left them. Empty means that it can be undone. */
export async function standsAgainst(
  tx: Queryable,
  load: string,
  tables: readonly string[],
): Promise<readonly StandsAgainst[]> {
  const found: StandsAgainst[] = [];
  for (const table of tables) {
    const { rows } = await tx.query<{ load: string | null; rows: number }>(
      `with mine as (
         select distinct on (id) id, (select c.hash from load_changes c where c.load = $1 and c.tab = $2 and c.id = m.id and c.changed
           order by n desc limit 1) as hash,
           exists (select from load_changes c where c.load = $1 and c.tab = $2 and c.id = m.id and c.changed) as changed
         from load_changes m where m.load = $1 and m.tab = $2
       )
       select case when r.load is distinct from $1 then r.load end as load, count(*)::int as rows
       from mine left join load_rows r on r.tab = $2 and r.id = mine.id left join "${table}" t on t.id = mine.id
       where r.load is distinct from $1 or (mine.changed and md5(to_jsonb(t.*)::text) is distinct from mine.hash)
       group by 1 order by 1`,
      [load, table],
    );
    found.push(...rows.map((row) => ({ table, ...row })));
  }
  return found;
}

/**
 * Puts back what stood before a load, table by table: `tables` in the order in which records come after those they name. Only what it
 * changed after the change `since` is put back, if given. The notes go, since they hold what was.
 */
export async function undoChanges(tx: Queryable, load: string, tables: readonly string[], since = 0): Promise<number> {
  let rows = 0;
  // What was there before first: it may no longer name what the load brought, which only then can go.
  for (const table of tables) rows += await putBack(tx, load, table, since);
  for (const table of [...tables].reverse()) {
    const { rowCount } = await tx.query(`delete from "${table}" where id in (${firstChanges} and before is null) `, [
      load,
      table,
      since,
    ]);
    rows += rowCount;
  }
  await tx.query(
    `with first as (select distinct on (tab, id) tab, id, mark from load_changes where load = $1 and n > $2 order by tab, id, n)
     delete from load_rows r using first f where r.tab = f.tab and r.id = f.id and f.mark is null`,
    [load, since],
  );
  await tx.query(
    `with first as (select distinct on (tab, id) tab, id, mark from load_changes where load = $1 and n > $2 order by tab, id, n)
     update load_rows r set source = m.source, as_of = m.as_of, load = m.load, about = m.about, gone = m.gone
     from first f, jsonb_populate_record(null::load_rows, f.mark) m where r.tab = f.tab and r.id = f.id and f.mark is not null`,
    [load, since],
  );
  await tx.query('delete from load_changes where load = $1 and n > $2', [load, since]);
  return rows;
}

/** The ids of a table's rows whose first change by the load meets a condition that follows. */
const firstChanges = `select id from (
    select distinct on (id) id, before from load_changes where load = $1 and tab = $2 and n > $3 and changed order by id, n
  ) f where true`;

async function putBack(tx: Queryable, load: string, table: string, since: number): Promise<number> {
  const columns = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`"${table}"`],
  );
  const names = columns.rows.map(({ name }) => `"${name}"`);
  const { rowCount } = await tx.query(
    `insert into "${table}" (${names.join(', ')})
     select ${names.map((name) => `r.${name}`).join(', ')} from (
       select distinct on (id) id, before from load_changes where load = $1 and tab = $2 and n > $3 and changed order by id, n
     ) f, jsonb_populate_record(null::"${table}", f.before) r where f.before is not null
     on conflict (id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [load, table, since],
  );
  return rowCount;
}
