import { randomBytes } from 'node:crypto';
import { openPostgres } from '@trellis/platform';

/** A database of the bench's own on a Postgres server. */
export interface TemporaryDatabase {
  readonly url: string;
  /** Empty again. */
  reset(): Promise<void>;
  drop(): Promise<void>;
}

const local = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Makes a database on the server that the environment names, or this machine's; undefined where none can be reached. */
export async function temporaryDatabase(): Promise<TemporaryDatabase | undefined> {
  const named = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'];
  const server = named ?? local;
  const admin = openPostgres({ url: server, max: 1, connectTimeoutMs: 2_000 });
  const name = `trellis_bench_${randomBytes(6).toString('hex')}`;
  const drop = () => admin.query(`drop database if exists ${name} with (force)`);
  const make = () => admin.query(`create database ${name}`);
  try {
    await make();
  } catch (error) {
    await admin.close();
    // A server that was named must be there; the one that happens to run here need not.
    if (named !== undefined) throw error;
    return undefined;
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async reset() {
      await drop();
      await make();
    },
    async drop() {
      await drop();
      await admin.close();
    },
  };
}
