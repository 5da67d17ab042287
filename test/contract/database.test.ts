import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openEmbedded, sqlState, type Database } from '@trellis/platform';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

for (const kind of testDatabases) {
  describeOn(kind, describe, 'the Database port', () => {
    let server: OpenedDatabases;
    let database: Database;
    beforeAll(async () => {
      server = await kind.open();
      database = await server.database('first');
      await database.query('create table note (id int primary key, body text, at timestamptz default now())');
    });
    afterAll(() => server.close());

    it('gives values the same form', async () => {
      const { rows } = await database.query<Record<string, unknown>>(
        `select 1::int as small, 2::bigint as big, '2026-03-01'::date as day, '2026-03-01T10:00:00Z'::timestamptz as moment,
                '{"a":[1,null]}'::jsonb as json, '\\x0102'::bytea as bytes, true as flag, null as nothing, array['a','b"c'] as list,
                1.5::numeric as exact, 1.5::float8 as float`,
        [],
      );
      const [row] = rows;
      expect(row).toMatchObject({
        small: 1,
        big: '2',
        day: '2026-03-01',
        json: { a: [1, null] },
        flag: true,
        nothing: null,
        list: ['a', 'b"c'],
        exact: '1.5',
        float: 1.5,
      });
      expect((row?.['moment'] as Date).toISOString()).toBe('2026-03-01T10:00:00.000Z');
      expect(Buffer.from(row?.['bytes'] as Uint8Array).toString('hex')).toBe('0102');
    });

    it('takes values in the same form', async () => {
      const { rows } = await database.query<Record<string, unknown>>(
        `select $1::int + 1 as n, $2::text[] as texts, $3::jsonb as json, $4::timestamptz = '2026-03-01T10:00:00Z' as moment,
                $5::bytea = '\\x01ff' as bytes, $6::bool as flag, $7::text is null as nothing, $8::bigint[] as many, $9::jsonb as text`,
        [
          41,
          ['plain', 'quo"te', 'back\\slash', '', 'NULL', null, 'comma,brace}'],
          { deep: ["it's", 'é'] },
          new Date('2026-03-01T10:00:00Z'),
          new Uint8Array([1, 255]),
          false,
          undefined,
          [1, 2],
          JSON.stringify('word'),
        ],
      );
      expect(rows[0]).toEqual({
        n: 42,
        texts: ['plain', 'quo"te', 'back\\slash', '', 'NULL', null, 'comma,brace}'],
        json: { deep: ["it's", 'é'] },
        moment: true,
        bytes: true,
        flag: false,
        nothing: true,
        many: ['1', '2'],
        text: 'word',
      });
    });

    it('counts rows read and rows changed', async () => {
      expect((await database.query('insert into note values (1, $1), (2, $1)', ['x'])).rowCount).toBe(2);
      expect((await database.query('select id from note where id < $1', [3])).rowCount).toBe(2);
      expect((await database.query('update note set body = $1 where id = 99', ['x'])).rowCount).toBe(0);
      expect(
        (await database.query<{ id: number }>('delete from note where id < $1 returning id', [3])).rows,
      ).toHaveLength(2);
    });

    it('commits what resolves and rolls back what rejects, rethrowing', async () => {
      await database.transaction((tx) => tx.query('insert into note values (10)'));
      const failure = new Error('no');
      const failed = database.transaction(async (tx) => {
        await tx.query('insert into note values (11)');
        throw failure;
      });
      await expect(failed).rejects.toBe(failure);
      const { rows } = await database.query<{ id: number }>('select id from note where id in (10, 11)', []);
      expect(rows).toEqual([{ id: 10 }]);
    });

    it('names the SQLSTATE of what it refuses, and goes on', async () => {
      await database.query('insert into note values (20)');
      const twice = await database.query('insert into note values ($1)', [20]).catch((error: unknown) => error);
      expect(sqlState(twice)).toBe('23505');
      const inside = await database
        .transaction(async (tx) => tx.query('select * from nothing_of_that_name'))
        .catch((error: unknown) => error);
      expect(sqlState(inside)).toBe('42P01');
      expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });

    it('keeps concurrent transactions apart, and single statements out of them', async () => {
      await database.query('create table counter (n int not null)');
      await database.query('insert into counter values (0)');
      const add = (): Promise<unknown> =>
        database.transaction(async (tx) => {
          const { rows } = await tx.query<{ n: number }>('select n from counter for update');
          await tx.query('update counter set n = $1', [(rows[0]?.n ?? 0) + 1]);
        });
      const reads = Array.from({ length: 20 }, () => database.query<{ n: number }>('select n from counter', []));
      await Promise.all([...Array.from({ length: 20 }, add), ...reads]);
      expect((await database.query('select n from counter')).rows).toEqual([{ n: 20 }]);
    });

    it('serves callers in the order they came, whichever schema they use', async () => {
      const other = await server.database('second');
      const done: string[] = [];
      await Promise.all([
        ...Array.from({ length: 30 }, () => database.query('select pg_sleep(0.002)').then(() => done.push('busy'))),
        other.query('select 1').then(() => done.push('other')),
        ...Array.from({ length: 30 }, () => database.query('select pg_sleep(0.002)').then(() => done.push('busy'))),
      ]);
      expect(done.indexOf('other')).toBeLessThan(50);
    });

    it('leaves no setting behind for the next transaction', async () => {
      await database.transaction((tx) => tx.query("set local trellis.who = 'somebody'"));
      const { rows } = await database.query<{ who: string | null }>(
        "select current_setting('trellis.who', true) as who",
      );
      expect(rows[0]?.who ?? '').toBe('');
    });

    it('migrates once, in order, and refuses a file that changed', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'trellis-migrate-'));
      const place = pathToFileURL(`${directory}/`);
      const migrated = await server.database('migrated');
      try {
        await writeFile(join(directory, '002-fill.sql'), 'insert into thing values (1); insert into thing values (2);');
        await writeFile(join(directory, '001-make.sql'), 'create table thing (id int);');
        await Promise.all([migrate(migrated, place), migrate(migrated, place)]);
        await migrate(migrated, place);
        expect((await migrated.query('select id from thing')).rowCount).toBe(2);
        await writeFile(join(directory, '003-fails.sql'), 'insert into thing values (3); select broken;');
        await expect(migrate(migrated, place)).rejects.toThrow();
        expect((await migrated.query('select id from thing')).rowCount).toBe(2);
        await writeFile(join(directory, '001-make.sql'), 'create table thing (id bigint);');
        await expect(migrate(migrated, place)).rejects.toThrow('changed after it ran');
      } finally {
        await rm(directory, { recursive: true });
      }
    });
  });
}

describe('the embedded server', () => {
  it('keeps one role out of another schema', async () => {
    const server = await openEmbedded({ directory: undefined });
    const mine = await server.database('mine');
    const theirs = await server.database('theirs');
    await theirs.query('create table secret (id int)');
    const refused = await mine.query('select * from theirs.secret').catch((error: unknown) => error);
    expect(sqlState(refused)).toBe('42501');
    await server.close();
    await expect(mine.query('select 1')).rejects.toThrow('closed');
  });

  it('refuses a second transaction inside one, which would wait for itself', async () => {
    const server = await openEmbedded({ directory: undefined });
    const database = await server.database('one');
    await expect(database.transaction(() => database.query('select 1'))).rejects.toThrow('use its handle');
    await server.close();
  });

  it('keeps its data, refuses a directory in use, takes over one left behind', async () => {
    const root = await mkdtemp(join(tmpdir(), 'trellis-embedded-'));
    const directory = join(root, 'deep', 'data');
    const first = await openEmbedded({ directory });
    await (await first.database('kept')).query('create table t as select 7 as n');
    await expect(openEmbedded({ directory })).rejects.toThrow(`in use by process ${process.pid}`);
    await first.close();

    await writeFile(`${directory}.lock`, '{"pid":4194303,"started":"1"}');
    const second = await openEmbedded({ directory });
    expect((await (await second.database('kept')).query('select n from t')).rows).toEqual([{ n: 7 }]);
    await second.close();
    await rm(root, { recursive: true });
  });
});
