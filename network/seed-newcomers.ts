import type { Database } from '@trellis/platform';
import { databaseOf, type Databases } from './agencies.ts';
import type { LoadedAgency } from './load-agency.ts';
import { namedChildren } from './named-children.ts';
import type { Log } from './progress.ts';
import { saveAgencyRecords } from './save-agency-records.ts';

type Tables = Readonly<Record<string, readonly object[]>>;

/**
 * Writes what agencies invent of their own (`syntheticRecords`) into each of their tables that is empty, whatever the others hold: a table that was added
 * later gets its records too, and one that has any keeps them as they are. Says which, and answers how many.
 */
export async function seedNewcomers(
  databases: Databases,
  agencies: Iterable<LoadedAgency>,
  log: Log,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const loaded of agencies) {
    const { name } = loaded.agency;
    const records = (loaded.syntheticRecords?.(namedChildren.map(({ id }) => ({ id }))) ?? {}) as Tables;
    const empty = await emptyOf(databaseOf(databases, name), records);
    if (empty.length === 0) continue;
    // The tables that have records are named too: an agency's own code may ask each for its length.
    const invented = Object.fromEntries(
      Object.entries(records).map(([table, rows]) => [table, empty.includes(table) ? rows : []]),
    );
    Object.assign(counts, await saveAgencyRecords(databases, { [name]: invented }, new Map([[name, loaded]])));
    log(`wrote the synthetic records of ${name} into what was empty: ${empty.join(', ')}`);
  }
  return counts;
}

/** The tables for which there are records, and which have none. */
async function emptyOf(database: Database, records: Tables): Promise<readonly string[]> {
  const empty: string[] = [];
  for (const [table, rows] of Object.entries(records))
    if (rows.length > 0 && (await isEmpty(database, table))) empty.push(table);
  return empty;
}

async function isEmpty(database: Database, table: string): Promise<boolean> {
  const column = table.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (!/^[a-z_]+$/.test(column)) throw new RangeError('a table of synthetic records has a name that is no table');
  const { rows } = await database.query<{ found: boolean }>(`select exists (select from "${column}") as found`);
  return rows[0]?.found === false;
}
