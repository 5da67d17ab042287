import type { Database } from '@trellis/platform';
import type { Agency } from '@trellis/subgraph-kit';
import { childProtection } from '@trellis/subgraph-child-protection';
import { education } from '@trellis/subgraph-education';
import { identity } from '@trellis/subgraph-identity';
import { mentalHealth } from '@trellis/subgraph-mental-health';
import { police } from '@trellis/subgraph-police';

const withRecords = [identity, childProtection, mentalHealth, education, police];

/** The agencies that keep records of their own; the register is made where its database is. */
export const recordAgencies: ReadonlyMap<string, Agency> = new Map(withRecords.map((agency) => [agency.name, agency]));

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
