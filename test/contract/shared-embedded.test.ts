import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded, type Database, type EmbeddedServer } from '@trellis/platform';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'trellis-shared-'));
const path = join(directory, 'data');

/** Runs a program that has joined the database, in a process of its own. */
async function beside(program: string): Promise<string> {
  const script = `
    import { openEmbedded } from '@trellis/platform';
    const server = await openEmbedded({ directory: process.env.SHARED, join: true });
    const database = await server.database('police');
    ${program}
    await server.close();`;
  const { stdout } = await run(
    process.execPath,
    ['--import', '@trellis/platform/typescript', '--input-type=module', '-e', script],
    {
      cwd: root,
      env: { ...process.env, SHARED: path, NODE_OPTIONS: '' },
    },
  );
  return stdout.trim();
}

describe('an embedded database that is open', () => {
  let server: EmbeddedServer;
  let database: Database;
  const rows = async () => (await database.query<{ note: string }>('select note from thing order by note')).rows;

  beforeAll(async () => {
    server = await openEmbedded({ directory: path });
    database = await server.database('police');
    await database.query('create table thing (note text primary key, at timestamptz, bytes bytea)');
  });
  afterAll(async () => {
    await server.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is another process’s to join, value for value', async () => {
    const program = `
      await database.query('insert into thing values ($1, $2, $3)', ['a', new Date(0), Buffer.from([1, 2])]);
      const { rows: [row] } = await database.query('select * from thing');
      console.log(row.at instanceof Date, row.at.getTime(), row.bytes instanceof Uint8Array, row.bytes.length);`;
    expect(await beside(program)).toBe('true 0 true 2');
    expect(await rows()).toEqual([{ note: 'a' }]);
  });

  it('keeps the other’s transactions whole: committed, rolled back, or cut off', async () => {
    await beside(`
      await database.transaction((tx) => tx.query("insert into thing values ('b')"));
      await database.transaction(async (tx) => {
        await tx.query("insert into thing values ('c')");
        throw new Error('no');
      }).catch(() => undefined);`);
    await beside(`
      await database.transaction(async (tx) => {
        await tx.query("insert into thing values ('d')");
        process.exit(0);
      });`);
    expect(await rows()).toEqual([{ note: 'a' }, { note: 'b' }]);
  });

  it('tells the other what the database refused', async () => {
    const program = `
      const error = await database.query("insert into thing values ('a')").catch((refused) => refused);
      console.log(error.code, error.constraint);`;
    expect(await beside(program)).toBe('23505 thing_pkey');
  });
});
