import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, saveRecords, type ChildRecord, type IdentityRecords } from '@trellis/subgraph-identity';
import {
  children,
  idOf,
  representations,
  servers,
  sourced,
  startUnderTest,
  type AgencyUnderTest,
} from './agency-under-test.ts';

const child = (name: string, given: string, family: string, birthDate: string | null): ChildRecord => ({
  ...sourced(name),
  givenName: given,
  familyName: family,
  birthDate,
});
const records: IdentityRecords = {
  children: [
    child('rosa', 'Rosa', 'Marin', '2013-04-12'),
    child('twin-1', 'Sam', 'Okafor', '2014-01-02'),
    child('twin-2', 'Sam', 'Okafor', '2014-01-02'),
    child('unknown', 'Ana', 'Li', null),
    child('adele', 'Ad\u00e8le', 'O\u2019Brien-Nu\u00f1ez', '2012-06-30'),
    child('decomposed', 'Zoe\u0301', 'Łukasz', '2012-06-29'),
    child('single', '', 'Suharto', '2011-01-01'),
  ],
  numbers: [
    { ...sourced('n1'), child: idOf('rosa'), agency: 'education', number: '605275' },
    { ...sourced('n2'), child: idOf('rosa'), agency: 'police', number: 'P-9' },
  ],
  contacts: [
    {
      ...sourced('c1'),
      child: idOf('rosa'),
      phone: '555-0100',
      email: null,
      address: '1 Elm',
      city: 'Hamilton',
      postalCode: null,
    },
  ],
};
const teacher = { agency: 'education', role: 'teacher', user: 't-1', kind: 'worker' } as const;
describe.each(servers)('identity on %s', (_name, open) => {
  let agency: AgencyUnderTest;
  beforeAll(async () => {
    agency = await startUnderTest(identity, (tx) => saveRecords(tx, records), open);
  });
  afterAll(() => agency.close());

  it('answers any well-formed id, and no other', async () => {
    const id = idOf('nobody');
    const reply = await agency.ask(`{ child(id: "${id}") { id name birthYear contact { phone } } }`);
    expect(reply.data).toEqual({ child: { id, name: null, birthYear: null, contact: null } });
    expect((await agency.ask('{ child(id: "605275") { id } }')).errors?.[0]?.extensions.code).toMatch(/BAD/);
  });

  it('tells who a child is', async () => {
    const query = children('name givenName familyName birthDate birthYear contact { phone city email }');
    const reply = await agency.ask(query, representations(['rosa', 'unknown']));
    expect(reply.data).toEqual({
      _entities: [
        {
          id: idOf('rosa'),
          name: 'Rosa Marin',
          givenName: 'Rosa',
          familyName: 'Marin',
          birthDate: '2013-04-12',
          birthYear: 2013,
          contact: { phone: '555-0100', city: 'Hamilton', email: null },
        },
        expect.objectContaining({ name: 'Ana Li', birthDate: null, birthYear: null, contact: null }),
      ],
    });
  });

  it('starts from the requester’s own agency’s number, and no other’s', async () => {
    const query = '{ a: childByNumber(number: "605275") { id ownNumber } b: childByNumber(number: "P-9") { id } }';
    expect((await agency.ask(query, {}, teacher)).data).toEqual({
      a: { id: idOf('rosa'), ownNumber: '605275' },
      b: null,
    });
    expect((await agency.ask(query)).data).toEqual({ a: null, b: null });
  });

  it('finds the children of many numbers as it finds each of one', async () => {
    const query = 'query ($n: [String!]!) { childrenByNumbers(numbers: $n) { id ownNumber } }';
    const of = async (numbers: readonly string[]) => (await agency.ask(query, { n: numbers }, teacher)).data;
    const rosa = { id: idOf('rosa'), ownNumber: '605275' };
    expect(await of(['P-9', '605275', 'none', '605275', '605275|', '|605275'])).toEqual({ childrenByNumbers: [rosa] });
    expect(await of([])).toEqual({ childrenByNumbers: [] });
    expect((await agency.ask(query, { n: ['605275'] })).data).toEqual({ childrenByNumbers: [] });
    const { rows } = await agency.database.query<{ agency: string; issuer: string | null; number: string }>(
      'select agency, issuer, number from numbers',
      [],
    );
    const own = rows.filter((row) => row.agency === 'education');
    const numbers = own.flatMap(({ issuer, number }) => [number, `${issuer ?? ''}|${number}`]);
    for (const number of numbers) {
      const single = 'query ($n: String!) { childByNumber(number: $n) { id } }';
      const one = (await agency.ask(single, { n: number }, teacher)).data?.['childByNumber'];
      const many = (
        await agency.ask('query ($n: [String!]!) { childrenByNumbers(numbers: $n) { id } }', { n: [number] }, teacher)
      ).data;
      expect(many).toEqual({ childrenByNumbers: one === null ? [] : [one] });
    }
  });

  it('finds exactly one child of a name and birth date, or none', async () => {
    const find = async (name: string, birthDate: string) =>
      (
        await agency.ask('query ($n: String!, $d: Date!) { findChild(name: $n, birthDate: $d) { id } }', {
          n: name,
          d: birthDate,
        })
      ).data['findChild'];
    expect(await find(' rosa  MARIN ', '2013-04-12')).toEqual({ id: idOf('rosa') });
    expect(await find('Rosa Marin', '2013-04-13')).toBeNull();
    expect(await find('Rosa Mari', '2013-04-12')).toBeNull();
    expect(await find('Rosa%', '2013-04-12')).toBeNull();
    expect(await find('Sam Okafor', '2014-01-02')).toBeNull();
  });

  it.each([
    ['Adele OBrien Nunez', 'adele'],
    ['Ade\u0300le O’Brien-Nuñez', 'adele'],
    ["o'brien  nunez, ADÈLE", 'adele'],
    ['Adèle O Brien Nuñez', 'adele'],
    ['Zoé Lukasz', 'decomposed', '2012-06-29'],
    ['suharto', 'single', '2011-01-01'],
  ])('finds what was typed in a hurry: %s', async (name, who, birthDate = '2012-06-30') => {
    const query = 'query ($n: String!, $d: Date!) { findChild(name: $n, birthDate: $d) { id } }';
    expect((await agency.ask(query, { n: name, d: birthDate })).data['findChild']).toEqual({ id: idOf(who) });
  });

  it('offers who could be meant, and never as the one', async () => {
    const candidates = async (name: string, birthDate: string | null) => {
      const query = 'query ($n: String!, $d: Date) { findCandidates(name: $n, birthDate: $d) { id } }';
      const found = (await agency.ask(query, { n: name, d: birthDate })).data['findCandidates'] as { id: string }[];
      return found.map(({ id }) => id);
    };
    expect(await candidates('Rosa Marin', '2013-04-13')).toEqual([idOf('rosa')]);
    expect(await candidates('Rosa Marin', '2013-12-04')).toEqual([idOf('rosa')]);
    expect(await candidates('Rosa', '2013-04-12')).toEqual([idOf('rosa')]);
    expect(await candidates('Roza Marin', '2013-04-12')).toEqual([idOf('rosa')]);
    expect(await candidates('Marin Rosa', null)).toEqual([idOf('rosa')]);
    expect(await candidates('Ana Li', '2012-02-02')).toEqual([idOf('unknown')]);
    expect(await candidates('Adele Nunez', '2012-07-01')).toEqual([idOf('adele')]);
    expect(await candidates('Rosa Marin', '2013-04-12')).toEqual([]);
    expect(await candidates('Somebody Else', '2013-04-12')).toEqual([]);
  });

  it('is saved again without a change, and with one', async () => {
    const count = async () =>
      (await agency.database.query<{ n: number }>('select count(*)::int as n from children')).rows[0]?.n;
    const before = await count();
    const counts = await agency.database.transaction((tx) => saveRecords(tx, records));
    expect([await count(), counts]).toEqual([before, { children: 7, numbers: 2, chosenNames: 0, contacts: 1 }]);
    await agency.database.transaction((tx) =>
      saveRecords(tx, { children: [child('unknown', 'Anna', 'Li', '2015-05-05')] }),
    );
    const reply = await agency.ask(children('name birthDate'), representations(['unknown']));
    expect(reply.data).toEqual({ _entities: [{ id: idOf('unknown'), name: 'Anna Li', birthDate: '2015-05-05' }] });
  });

  it('asks as many statements for one child as for three', async () => {
    const query = children('name birthDate ownNumber contact { phone }');
    agency.statements();
    await agency.ask(query, representations(['rosa']), teacher);
    const one = agency.statements();
    await agency.ask(query, representations(['rosa', 'twin-1', 'twin-2']), teacher);
    expect([one, agency.statements()]).toEqual([3, 3]);
  });

  it('has read no table from end to end, whatever was asked until here', async () => {
    expect(await agency.wholeTables()).toEqual([]);
  });
});
