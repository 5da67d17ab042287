import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CatalogueMoved,
  migrateCatalogue,
  openDatabaseCatalogue,
  openFolderCatalogue,
  type Catalogue,
  type Draft,
} from '@trellis/catalogue';
import { describeOn, testDatabases } from './databases.ts';

const draft = (agency: string, note: string): Draft => ({
  agency,
  schema: `# ${note}`,
  words: {
    title: { en: agency },
    dutyContact: '705-555-0100',
    roles: ['worker'],
    involvementKinds: [],
    categories: { note: { of: 'CHILD', labels: ['R'], en: note } },
  },
  address: `https://${agency}.example/graphql`,
  keyId: agency,
  publishedBy: `${agency}:system`,
  supergraph: 'type Query { a: Int }',
  inputs: note,
});

/** The same of every implementation: `open` answers another process's view of one catalogue. */
function keepsItsWord(opened: () => () => Catalogue): void {
  let catalogue: Catalogue;
  beforeAll(() => {
    catalogue = opened()();
  });

  it('holds nothing at first', async () => {
    expect(await catalogue.generation()).toBe(0);
    expect(await catalogue.current()).toEqual({ generation: 0, versions: [] });
    expect(await catalogue.versionsOf('clinic')).toEqual([]);
  });

  it('numbers what is published and keeps the latest of each agency in force', async () => {
    const before = Date.now();
    const first = await catalogue.publish(draft('clinic', 'one'), 0);
    expect(first).toEqual({ ...draft('clinic', 'one'), number: 1, at: first.at });
    expect(Math.abs(first.at - before)).toBeLessThan(60_000);
    await catalogue.publish(draft('school', 'two'), 1);
    await catalogue.publish({ ...draft('clinic', 'three'), address: undefined, rollsBackTo: 1 }, 2);
    const { generation, versions } = await catalogue.current();
    expect([generation, versions.map(({ agency, number, inputs }) => [agency, number, inputs])]).toEqual([
      3,
      [
        ['clinic', 3, 'three'],
        ['school', 2, 'two'],
      ],
    ]);
    const history = await catalogue.versionsOf('clinic');
    expect(history.map(({ number, rollsBackTo, address }) => [number, rollsBackTo, address])).toEqual([
      [3, 1, undefined],
      [1, undefined, 'https://clinic.example/graphql'],
    ]);
  });

  it('adds nothing that was checked against an older generation', async () => {
    const before = await catalogue.current();
    await expect(catalogue.publish(draft('school', 'late'), 1)).rejects.toThrow(CatalogueMoved);
    expect(await catalogue.current()).toEqual(before);
  });

  it('lets one of many win that publish at once, and tells the others', async () => {
    const after = await catalogue.generation();
    const names = ['clinic', 'school', 'police', 'society', 'court'];
    const outcomes = await Promise.allSettled(names.map((name) => opened()().publish(draft(name, 'race'), after)));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused).toHaveLength(names.length - 1);
    expect(refused.every((reason) => reason instanceof CatalogueMoved)).toBe(true);
    expect(await catalogue.generation()).toBe(after + 1);
  });

  it('gives each category one bit, once, whoever asks and in whatever order', async () => {
    const first = await catalogue.bits(['clinic.b', 'clinic.a']);
    expect([...first]).toEqual(
      expect.arrayContaining([
        ['clinic.b', 0],
        ['clinic.a', 1],
      ]),
    );
    const many = await Promise.all(
      ['x', 'y', 'z', 'x', 'y'].map((name) => opened()().bits([`school.${name}`, 'clinic.a', `school.${name}2`])),
    );
    const last = await catalogue.bits([]);
    expect(last.size).toBe(8);
    expect([...last.values()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    for (const given of [first, ...many])
      for (const [code, bit] of given) expect([code, last.get(code)]).toEqual([code, bit]);
  });
}

describe('the catalogue in a folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-catalogue-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  keepsItsWord(() => () => openFolderCatalogue(join(folder, 'published')));
});

for (const kind of testDatabases) {
  describeOn(kind, describe, 'the catalogue', () => {
    let opened: Awaited<ReturnType<typeof kind.open>>;
    let database: Awaited<ReturnType<typeof opened.database>>;
    beforeAll(async () => {
      opened = await kind.open();
      database = await opened.database('register');
      await migrateCatalogue(database);
    });
    afterAll(() => opened.close());
    keepsItsWord(() => () => openDatabaseCatalogue(database));

    it('refuses to change or remove what was published', async () => {
      for (const statement of [
        "update catalogue.version set schema = 'other'",
        'delete from catalogue.version',
        'update catalogue.category_bit set bit = bit + 100',
        'delete from catalogue.category_bit',
        'truncate catalogue.category_bit',
      ])
        await expect(database.query(statement)).rejects.toThrow(/only grows|permission denied/);
    });

    it('adds nothing where what goes with a publication fails', async () => {
      const before = await openDatabaseCatalogue(database).current();
      const failing = openDatabaseCatalogue(database, () => Promise.reject(new Error('cut')));
      await expect(failing.publish(draft('clinic', 'cut'), before.generation)).rejects.toThrow('cut');
      expect(await openDatabaseCatalogue(database).current()).toEqual(before);
    });
  });
}
