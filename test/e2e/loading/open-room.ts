import { childProtection } from '@trellis/subgraph-child-protection';
import { education } from '@trellis/subgraph-education';
import { identity } from '@trellis/subgraph-identity';
import { mentalHealth } from '@trellis/subgraph-mental-health';
import { police } from '@trellis/subgraph-police';
import { fixedClock, migrate, openEmbedded, type Database } from '@trellis/platform';
import type { LoadingAgency } from '../../../load/formats.ts';
import { loadFiles, type LoadOptions, type LoadResult } from '../../../load/load-files.ts';
import type { RegisterDoor } from '../../../load/register-door.ts';

interface Involved {
  readonly agency: string;
  readonly child: string;
  readonly kind: string;
}

/** The agencies' databases in memory, a register that remembers what it was told, and the reference date of the samples. */
export interface Room {
  readonly databases: Readonly<Record<LoadingAgency | 'identity', Database>>;
  readonly told: {
    readonly registered: Map<string, string | null>;
    readonly disputed: Set<string>;
    readonly involved: Involved[];
  };
  load(agency: LoadingAgency, files: readonly string[], options?: Partial<LoadOptions>): Promise<LoadResult>;
  /** Every row of every table of an agency as text: what is stored, whole. */
  everything(agency: LoadingAgency | 'identity'): Promise<string>;
  close(): Promise<void>;
}

export async function openRoom(): Promise<Room> {
  const server = await openEmbedded({ directory: undefined });
  const open = async (agency: { name: string; migrations: URL | undefined }): Promise<Database> => {
    const database = await server.database(agency.name.replaceAll('-', '_'));
    if (agency.migrations) await migrate(database, agency.migrations);
    return database;
  };
  const databases = {
    identity: await open(identity),
    'mental-health': await open(mentalHealth),
    education: await open(education),
    police: await open(police),
    'child-protection': await open(childProtection),
  };
  const told: Room['told'] = { registered: new Map(), disputed: new Set(), involved: [] };
  const register: RegisterDoor = {
    async tell(agency, _evidence, children) {
      for (const { child, born, work } of children) {
        if (born && !told.registered.has(child)) told.registered.set(child, born.birthDate);
        if (born?.disputed) told.disputed.add(child);
        const open = told.involved.some(
          (one) => one.agency === agency && one.child === child && one.kind === work?.kind,
        );
        if (work && !open) told.involved.push({ agency, child, kind: work.kind });
      }
    },
  };
  return {
    databases,
    told,
    load: (agency, files, options = {}) =>
      loadFiles({
        agency,
        files,
        databases: { agency: databases[agency], identity: databases.identity, register },
        clock: fixedClock('2022-03-01T12:00:00Z'),
        ...options,
      }),
    async everything(agency) {
      const database = databases[agency];
      const { rows } = await database.query<{ table: string }>(
        `select table_name as table from information_schema.tables
         where table_schema = $1 and table_type = 'BASE TABLE' and table_name <> 'migration' order by 1`,
        [database.schema],
      );
      const texts = await Promise.all(
        rows.map(async ({ table }) => {
          const all = await database.query<{ row: string }>(`select t::text as row from "${table}" t order by id`);
          return all.rows.map(({ row }) => `${table} ${row}`).join('\n');
        }),
      );
      return texts.join('\n');
    },
    close: () => server.close(),
  };
}
