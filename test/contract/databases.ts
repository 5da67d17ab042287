import { randomBytes } from 'node:crypto';
import { openEmbedded, openPostgres, type Database } from '@trellis/platform';

/** A database of one kind to run a contract suite on. */
export interface TestDatabases {
  readonly name: string;
  /** Undefined when this kind can be tested here; otherwise what is missing. */
  readonly skip: string | undefined;
  open(): Promise<OpenedDatabases>;
}

export interface OpenedDatabases {
  /** The same place seen with the same schema: several processes that share one database. */
  database(schema: string): Promise<Database>;
  close(): Promise<void>;
}

const url = process.env['TEST_DATABASE_URL'];

/** Every implementation of the Database port; a server only where `TEST_DATABASE_URL` names one. */
export const testDatabases: readonly TestDatabases[] = [
  {
    name: 'embedded',
    skip: undefined,
    open: () => openEmbedded({ directory: undefined }),
  },
  {
    name: 'postgres',
    skip: url === undefined ? 'TEST_DATABASE_URL is not set' : undefined,
    open: () => openTemporaryPostgres(url ?? ''),
  },
];

async function openTemporaryPostgres(server: string): Promise<OpenedDatabases> {
  const name = `trellis_test_${randomBytes(6).toString('hex')}`;
  const admin = openPostgres({ url: server, max: 1 });
  await admin.query(`create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const opened: Database[] = [];
  return {
    async database(schema) {
      const database = openPostgres({ url: address.href, schema });
      opened.push(database);
      await database.query(`create schema if not exists ${schema}`);
      return database;
    },
    async close() {
      await Promise.all(opened.map((database) => database.close()));
      await admin.query(`drop database ${name} with (force)`);
      await admin.close();
    },
  };
}

/** `describe`, or `describe.skip` with the reason in the title. */
export function describeOn(
  kind: TestDatabases,
  describe: { (title: string, run: () => void): void; skip: (title: string, run: () => void) => void },
  title: string,
  run: () => void,
): void {
  if (kind.skip === undefined) describe(`${title} on ${kind.name}`, run);
  else describe.skip(`${title} on ${kind.name} (${kind.skip})`, run);
}
