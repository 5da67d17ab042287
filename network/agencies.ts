import type { Database } from '@trellis/platform';
import type { Agency } from '@trellis/subgraph-kit';
import { network, type AgencyFolder } from '@trellis/vocabulary';
import { workedOn } from './alone/worked-on.ts';
import { loadAgency, type LoadedAgency } from './load-agency.ts';

/** The network's own service that keeps records is one more agency to start; the register is made where its database is. */
const own: readonly AgencyFolder[] = network.services
  .filter((name) => name !== 'register')
  .map((name) => ({
    name,
    folder: network.folder,
    schemaFile: '',
    dutyContact: network.dutyContacts[name] ?? '',
    package: `@trellis/subgraph-${name}`,
  }));

const here = [...own, ...network.agencies.filter(({ name }) => (workedOn() ?? name) === name)];
const loaded: readonly LoadedAgency[] = (await Promise.all(here.map((agency) => loadAgency(agency)))).filter(
  (one) => one !== undefined,
);

/** The agencies whose code this process runs, by name. Those that run by themselves, in whatever language, are not among them. */
export const loadedAgencies: ReadonlyMap<string, LoadedAgency> = new Map(loaded.map((one) => [one.agency.name, one]));

/** The same, without what writes their records. */
export const recordAgencies: ReadonlyMap<string, Agency> = new Map(loaded.map(({ agency }) => [agency.name, agency]));

/** The schema, and in the embedded database the role, of an agency. */
export function schemaOf(agency: string): string {
  return agency.replaceAll('-', '_');
}

/** The databases of the agencies, each by its agency's name. */
export type Databases = Readonly<Record<string, Database>>;

/** One agency's database. */
export function databaseOf(databases: Databases, agency: string): Database {
  const database = databases[agency];
  if (database === undefined) throw new Error(`agency ${agency} has no database`);
  return database;
}
