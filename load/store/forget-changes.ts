import type { Queryable } from '@trellis/platform';

/**
 * Destroys what loading noted of a child's rows in one schema, and marks the loads that were about it as ones that can no longer be undone. A
 * row is the child's where it, or what stood there before, names the child or a number of the child's, or hangs from such a row. Returns how
 * many notes went.
 */
export async function forgetChanges(
  tx: Queryable,
  tables: readonly string[],
  child: string,
  numbers: readonly string[],
): Promise<number> {
  const now = tables
    .map((table) => `select '${table}' as tab, t.id, to_jsonb(t.*) as row from "${table}" t`)
    .join(' union all ');
  const { rows } = await tx.query<{ tab: string; id: string }>(
    `with said as materialized (
       select tab, id, before as row from load_changes where before is not null union all select * from (${now}) n
     ),
     own as materialized (
       select tab, id from said where row->>'child' = $1 or (tab = 'children' and id = $1)
       union select tab, id from load_rows where about = any($2)
     )
     select tab, id from own
     union select s.tab, s.id from said s join own o on o.id in (s.row->>'file', s.row->>'incident')
     union select i.tab, i.id from said i join said p on i.id = p.row->>'incident' join own o on o.tab = p.tab and o.id = p.id`,
    [child, numbers],
  );
  const aimed = `select tab, id from jsonb_to_recordset($1::jsonb) as a(tab text, id text)`;
  const given = [JSON.stringify(rows)];
  await tx.query(
    `update loads set forgotten = true where id in (
       select load from load_changes where (tab, id) in (${aimed}) union select load from load_acts where child = $2)`,
    [...given, child],
  );
  const { rowCount } = await tx.query(`delete from load_changes where (tab, id) in (${aimed})`, given);
  await tx.query(`update load_rows set about = null where (tab, id) in (${aimed})`, given);
  await tx.query(`delete from load_rows where tab = 'children' and id = $1`, [child]);
  const acts = await tx.query('delete from load_acts where child = $1', [child]);
  return rowCount + acts.rowCount;
}
