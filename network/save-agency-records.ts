import type { Database } from '@trellis/platform';
import { loadedAgencies } from './agencies.ts';
import type { LoadedAgency } from './load-agency.ts';

/** Writes each agency's records into its own database, each agency's in one transaction. Writing them again changes nothing. Answers how many. */
export async function saveAgencyRecords(
  databases: Readonly<Record<string, Database>>,
  records: object,
  agencies: ReadonlyMap<string, LoadedAgency> = loadedAgencies,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [agency, own] of Object.entries(records) as [string, object][]) {
    const save = agencies.get(agency)?.saveRecords;
    const database = databases[agency];
    if (save === undefined || database === undefined) continue; // it is not on this network
    const saved = await database.transaction((tx) => save(tx, own));
    counts[agency] = Object.values(saved).reduce((sum, count) => sum + count, 0);
  }
  return counts;
}
