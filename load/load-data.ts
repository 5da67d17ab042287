import type { Database } from '@trellis/platform';
import type { Ledger } from '@trellis/ledger';
import type { NetworkData } from '@trellis/network';
import { loadingAgencies, type LoadingAgency } from './agencies/index.ts';
import type { LoadDatabases } from './load-context.ts';
import { openRegisterPort } from './open-register-port.ts';
import { findLoad, listLoads, type LoadRecord } from './store/load-records.ts';
import { migrateStore } from './store/migrate-store.ts';

/** The databases and the register that loading works on: the embedded network's, or a production network's, over each agency's own role. */
export type LoadData = Pick<NetworkData, 'databases' | 'register' | 'clock'> & {
  readonly ledger?: Pick<Ledger, 'disclosures'>;
};

/** The databases that loading for an agency writes to, brought up to date. Throws where the network's data lacks one of them. */
export async function databasesFor(data: LoadData, agency: LoadingAgency): Promise<LoadDatabases> {
  const { identity, [agency]: own } = data.databases;
  if (identity === undefined || own === undefined)
    throw new Error(`the network has no database of ${agency}, or none of identity`);
  await Promise.all([own, identity].map(migrateStore));
  return { agency: own, identity, register: openRegisterPort(data.register) };
}

/** The database of identity, with the tables that loading keeps there. */
export async function identityOf({ databases: { identity } }: LoadData): Promise<Database> {
  if (identity === undefined) throw new Error('the network has no database of identity');
  await migrateStore(identity);
  return identity;
}

/** The loads of one agency, or of all that are here, latest first. */
export async function allLoads(data: LoadData, only?: LoadingAgency): Promise<readonly LoadRecord[]> {
  const found: LoadRecord[] = [];
  for (const agency of only === undefined ? loadingAgencies : [only]) {
    if (data.databases[agency] === undefined) continue;
    found.push(...(await listLoads((await databasesFor(data, agency)).agency)));
  }
  return found.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
}

/** One load, of whichever agency it is. */
export async function oneLoad(data: LoadData, id: string): Promise<LoadRecord | undefined> {
  for (const agency of loadingAgencies) {
    if (data.databases[agency] === undefined) continue;
    const found = await findLoad((await databasesFor(data, agency)).agency, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
