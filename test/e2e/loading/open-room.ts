import { childProtection } from '@trellis/subgraph-child-protection';
import { education } from '@trellis/subgraph-education';
import { identity } from '@trellis/subgraph-identity';
import { mentalHealth } from '@trellis/subgraph-mental-health';
import { police } from '@trellis/subgraph-police';
import { fixedClock, migrate, openEmbedded, type Database } from '@trellis/platform';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { loadFiles, type LoadOptions, type LoadResult } from '../../../load/load-files.ts';
import { migrateStore } from '../../../load/store/migrate-store.ts';
import type { RegisterPort } from '../../../load/register-port.ts';

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
    /** Children that count as erased by two officers. */
    readonly erased: Set<string>;
    readonly involved: Involved[];
  };
  load(agency: LoadingAgency, files: readonly string[], options?: Partial<LoadOptions>): Promise<LoadResult>;
  readonly register: RegisterPort;
  /** Every row away, and what the register was told forgotten. */
  empty(): Promise<void>;
  /** Every row of every table of an agency as text: what is stored, whole. */
  everything(agency: LoadingAgency | 'identity'): Promise<string>;
  close(): Promise<void>;
}

export async function openRoom(): Promise<Room> {
  const server = await openEmbedded({ directory: undefined });
  const open = async (agency: { name: string; migrations: URL | undefined }): Promise<Database> => {
    const database = await server.database(agency.name.replaceAll('-', '_'));
    if (agency.migrations) await migrate(database, agency.migrations);
    await migrateStore(database);
    return database;
  };
  const databases = {
    identity: await open(identity),
    'mental-health': await open(mentalHealth),
    education: await open(education),
    police: await open(police),
    'child-protection': await open(childProtection),
  };
  const told: Room['told'] = { registered: new Map(), disputed: new Set(), erased: new Set(), involved: [] };
  const register: RegisterPort = {
    recordBirths(births) {
      for (const { child, birthDate, disputed } of births) {
        if (!told.registered.has(child)) told.registered.set(child, birthDate);
        if (disputed) told.disputed.add(child);
      }
      return Promise.resolve([]);
    },
    recordWork(agency, _evidence, work) {
      for (const { child, kind } of work) {
        const at = told.involved.findIndex((one) => one.agency === agency && one.child === child);
        if (at >= 0 && told.involved[at]?.kind !== kind) told.involved.splice(at, 1);
        const open = told.involved.some((one) => one.agency === agency && one.child === child);
        if (kind !== null && !open) told.involved.push({ agency, child, kind });
      }
      return Promise.resolve([]);
    },
    undo: () => Promise.resolve(),
    settleBirth: () => Promise.resolve(),
    decidedAbout: () => Promise.resolve([]),
    erased: (child) => Promise.resolve(told.erased.has(child)),
  };
  return {
    databases,
    told,
    register,
    async empty() {
      told.involved.length = 0;
      for (const database of Object.values(databases)) {
        const { rows } = await database.query<{ table: string }>(
          `select table_name as table from information_schema.tables
           where table_schema = $1 and table_type = 'BASE TABLE' and table_name <> 'migration'`,
          [database.schema],
        );
        await database.query(`truncate ${rows.map(({ table }) => `"${table}"`).join(', ')}`);
      }
    },
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
         where table_schema = $1 and table_type = 'BASE TABLE' and table_name <> 'migration'
           and table_name not in ('loads', 'load_changes', 'load_rows', 'load_acts', 'doubts') order by 1`,
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
