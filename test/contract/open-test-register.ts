import { readFileSync } from 'node:fs';
import { migrateLedger, openLedger, type Ledger } from '@trellis/ledger';
import { openEmbedded, type Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Register, type RegisterSeed } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import type { OpenedDatabases, TestDatabases } from './databases.ts';

/** The sharing rules of Ontario, as they are written. */
export const ontarioPack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');

type Options = Partial<Parameters<typeof openRegister>[1]>;

/** A register and a ledger on one new database, with the sharing rules of Ontario. */
export interface TestRegister {
  readonly database: Database;
  readonly register: Register;
  readonly ledger: Ledger;
  /** Another gateway over the same tables: it keeps what it has read for itself. */
  another(): Promise<Pick<TestRegister, 'database' | 'register'>>;
  /** Adds records that nobody had to ask for. */
  seed(records: Partial<RegisterSeed>): Promise<void>;
  close(): Promise<void>;
}

const embedded: Pick<TestDatabases, 'open'> = { open: () => openEmbedded({ directory: undefined }) };

/** Opens a register of its own for a test; embedded, unless a kind of database is named. */
export async function openTestRegister(
  kind: Pick<TestDatabases, 'open'> = embedded,
  seeded: Partial<RegisterSeed> = {},
  options: Options = {},
): Promise<TestRegister> {
  const server: OpenedDatabases = await kind.open();
  const database = await server.database('register');
  await migrateRegister(database);
  await migrateLedger(database);
  const seed = (records: Partial<RegisterSeed>): Promise<void> =>
    database.transaction((tx) => seedRegister(tx, { at: 0, ...records }));
  await seed({ ruleSets: [ontarioPack], ...seeded });
  return {
    database,
    register: openRegister(database, { vocabulary, ...options }),
    ledger: openLedger(database),
    async another() {
      const own = await server.database('register');
      return { database: own, register: openRegister(own, { vocabulary, ...options }) };
    },
    seed,
    close: () => server.close(),
  };
}
