import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, MigrationError, type Database } from '@trellis/platform';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

for (const kind of testDatabases) {
  describeOn(kind, describe, 'an agency’s migrations', () => {
    let server: OpenedDatabases;
    let database: Database;
    let directory: string;
    let times = 0;
    beforeAll(async () => {
      server = await kind.open();
    });
    afterAll(() => server.close());
    beforeEach(async () => {
      times += 1;
      database = await server.database(`shelter_${String(times)}`);
      directory = await mkdtemp(join(tmpdir(), 'trellis-migrations-'));
    });
    afterEach(() => rm(directory, { recursive: true }));

    const write = (name: string, sql: string): Promise<void> => writeFile(join(directory, name), sql);
    const run = (): Promise<void> => migrate(database, pathToFileURL(directory));
    const tables = async (): Promise<string[]> => {
      const { rows } = await database.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = $1 and table_name <> 'migration' order by 1`,
        [database.schema],
      );
      return rows.map(({ name }) => name);
    };
    const refusal = (): Promise<Error> =>
      run().then(
        () => new Error('it ran'),
        (error: unknown) => error as Error,
      );

    it('that fail name the agency, the file and what the database says; those before have run, nothing of this one has', async () => {
      await write('0001-a.sql', 'create table a (id int)');
      await write('0002-b.sql', 'create table b (id int);\ncreat table c (id int);');
      const error = await refusal();
      expect(error).toBeInstanceOf(MigrationError);
      expect(error.message).toContain(database.schema);
      expect(error.message).toContain('0002-b.sql:2: ');
      expect(error.stack).not.toMatch(/\n\s+at /);
      expect(error.message).toContain('syntax error at or near "creat"');
      expect(error.message).toContain('42601');
      expect(await tables()).toEqual(['a']);
    });

    it('name the line also behind letters that take several bytes, and none where the database names no place', async () => {
      await write('0001-a.sql', '-- élève 🙂\ncreate table a (\n  id text,\n  born integr\n);');
      expect((await refusal()).message).toContain('0001-a.sql:4: type "integr" does not exist');
      await write('0001-a.sql', 'create table a (id int);\ncreate table a (id int);');
      expect((await refusal()).message).toContain('0001-a.sql: relation "a" already exists');
    });

    it('tell no value of a row where one is what fails', async () => {
      await write('0001-a.sql', `create table a (name text); insert into a values ('Adèle Rivard')`);
      await run();
      await write('0002-b.sql', 'alter table a alter column name type date using name::date');
      const { message } = await refusal();
      expect(message).toContain('22007');
      expect(message).not.toContain('Rivard');
    });

    it('of one number are refused, before any runs', async () => {
      await write('0001-a.sql', 'create table a (id int)');
      await write('0001-b.sql', 'create table b (id int)');
      const { message } = await refusal();
      expect(message).toContain('0001-a.sql');
      expect(message).toContain('0001-b.sql');
      expect(await tables()).toEqual([]);
    });

    it('added below one that ran are refused: others ran them in another order, or not at all', async () => {
      await write('0001-a.sql', 'create table a (id int)');
      await write('0003-c.sql', 'create table c (id int)');
      await run();
      await write('0002-b.sql', 'create table b (id int)');
      const { message } = await refusal();
      expect(message).toContain('0002-b.sql');
      expect(message).toContain('0004');
      expect(await tables()).toEqual(['a', 'c']);
      await unlink(join(directory, '0002-b.sql'));
      await write('0004-b.sql', 'create table b (id int)');
      await run();
      expect(await tables()).toEqual(['a', 'b', 'c']);
    });

    it('whose names are in another order than their numbers are refused', async () => {
      await write('9-a.sql', 'create table a (id int)');
      await write('10-b.sql', 'create table b (id int)');
      expect((await refusal()).message).toMatch(/0009|as many digits/);
      expect(await tables()).toEqual([]);
    });

    it('are what they were where a number was given later to files without one', async () => {
      await write('tables.sql', 'create table a (id int)');
      await run();
      await write('0001-b.sql', 'create table b (id int)');
      await run();
      expect(await tables()).toEqual(['a', 'b']);
    });
  });
}
