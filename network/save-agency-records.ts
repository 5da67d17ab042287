import { saveRecords as saveProtection } from '@trellis/subgraph-child-protection';
import { saveRecords as saveEducation } from '@trellis/subgraph-education';
import { saveRecords as saveIdentity } from '@trellis/subgraph-identity';
import { saveRecords as saveMentalHealth } from '@trellis/subgraph-mental-health';
import { saveRecords as savePolice } from '@trellis/subgraph-police';
import type { Database, Queryable } from '@trellis/platform';
import type { AgencyRecords } from './population/records/agency-records.ts';

/** Writes each agency's records into its own database, each agency's in one transaction. Writing them again changes nothing. Answers how many. */
export async function saveAgencyRecords(
  databases: Readonly<Record<string, Database>>,
  records: AgencyRecords,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const save = async (
    agency: string,
    write: (tx: Queryable) => Promise<Readonly<Record<string, number>>>,
  ): Promise<void> => {
    const database = databases[agency];
    if (database === undefined) throw new Error(`agency ${agency} has no database`);
    counts[agency] = Object.values(await database.transaction(write)).reduce((sum, count) => sum + count, 0);
  };
  await save('identity', (tx) => saveIdentity(tx, records.identity));
  await save('child-protection', (tx) => saveProtection(tx, records['child-protection']));
  await save('mental-health', (tx) => saveMentalHealth(tx, records['mental-health']));
  await save('education', (tx) => saveEducation(tx, records.education));
  await save('police', (tx) => savePolice(tx, records.police));
  return counts;
}
