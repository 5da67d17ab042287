import type { Queryable } from '@trellis/platform';
import type { AgencyTables, DatabaseRow } from './agencies/agency-tables.ts';
import type { Writer } from './pour.ts';
import { columnOf } from './store/column-of.ts';
import type { LoadStamp } from './store/stamp.ts';

/**
 * Ends what a full export no longer holds: of each kind of record that the export has at all, those of its source that it did not name.
 * What has an end gets the day of the export; anything else goes. Returns how many of each table.
 */
export async function endAbsent(
  tx: Queryable,
  format: Pick<AgencyTables, 'tables' | 'ends' | 'stays'>,
  stamp: LoadStamp,
  writer: Writer,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of [...format.tables].reverse()) {
    if (format.stays?.includes(table)) continue;
    const name = columnOf(table);
    const absent = await tx.query<{ row: DatabaseRow }>(
      `select to_jsonb(t.*) as row from load_rows r join "${name}" t on t.id = r.id
       where r.tab = $1 and r.source = $2 and not r.gone and r.load <> $3 and r.as_of <= $4
         and exists (select from load_rows seen where seen.tab = $1 and seen.load = $3)`,
      [name, stamp.source, stamp.load, stamp.asOf],
    );
    const rows = absent.rows.map(({ row }) => row);
    const end = format.ends?.[table];
    if (end !== undefined)
      await writer.save(
        table,
        rows.map((row) => ({ row: end(row, stamp.asOf.slice(0, 10)) })),
      );
    else await writer.takeBack({ table, values: rows.map(({ id }) => id) });
    if (rows.length > 0) counts[table] = rows.length;
  }
  return counts;
}
