import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listDoubts } from '../../../load/link/doubts.ts';
import { moveNumber } from '../../../load/link/move-number.ts';
import { settleDoubt } from '../../../load/link/settle-doubt.ts';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { undoLoad } from '../../../load/undo-load.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

type Resource = Readonly<Record<string, unknown>>;
const at = '2022-03-01T12:00:00Z';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const person = (
  id: string,
  given = 'Ada',
  family = 'Byron',
  birthDate: string | undefined = '2012-03-04',
): Resource => ({
  resourceType: 'Patient',
  id,
  name: [{ given: [given], family }],
  ...(birthDate === undefined ? {} : { birthDate }),
});
const asthma: Resource = {
  resourceType: 'Condition',
  id: 'c1',
  subject: { reference: 'Patient/1' },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'J45', display: 'Asthma' }] },
  clinicalStatus: { coding: [{ code: 'active' }] },
};
const bundle = (resources: readonly Resource[], timestamp?: string): string =>
  writeTemporary(
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      timestamp,
      entry: resources.map((resource) => ({ resource })),
    }),
  );
const fhir = (...resources: readonly Resource[]) => room.load('mental-health', [bundle(resources)]);
const conditions = async (): Promise<(string | null)[]> =>
  (
    await room.databases['mental-health'].query<{ display: string | null }>('select display from conditions order by 1')
  ).rows.map(({ display }) => display);
const databasesOf = (agency: LoadingAgency) => ({
  agency: room.databases[agency],
  identity: room.databases.identity,
  register: room.register,
});
const childOf = async (number: string): Promise<string | undefined> =>
  (await room.databases.identity.query<{ child: string }>('select child from numbers where number = $1', [number]))
    .rows[0]?.child;

describe('what a source takes back is gone, and the account says so', () => {
  it.each<[string, Resource]>([
    [
      'by a system',
      {
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }],
        },
      },
    ],
    ['by no system', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }],
    ['in the form of older versions', { verificationStatus: 'entered-in-error' }],
    ['in words', { verificationStatus: { text: 'Entered in Error' } }],
    ['as refuted', { verificationStatus: { coding: [{ code: 'refuted' }] } }],
    ['by a modifier that nobody understands', { modifierExtension: [{ url: 'urn:not', valueBoolean: true }] }],
  ])('a condition, %s', async (_how, change) => {
    await fhir(person('1'), asthma);
    expect(await conditions()).toEqual(['Asthma']);
    const { files } = await fhir({ ...asthma, ...change });
    expect(await conditions()).toEqual([]);
    expect(files[0]?.elements['Condition']).toMatchObject({ read: 1, loaded: 0, takenBack: 1 });
  });

  it('by an entry that deletes', async () => {
    await fhir(person('1'), asthma);
    const file = writeTemporary(
      JSON.stringify({
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [{ request: { method: 'DELETE', url: 'Condition/c1' } }],
      }),
    );
    await room.load('mental-health', [file]);
    expect(await conditions()).toEqual([]);
  });

  it('an earlier export does not bring it back, nor reopen what a later one ended', async () => {
    await room.load('mental-health', [bundle([person('1'), asthma], '2022-01-01T00:00:00Z')]);
    await room.load('mental-health', [
      bundle([{ ...asthma, verificationStatus: { coding: [{ code: 'entered-in-error' }] } }], '2022-02-02T00:00:00Z'),
    ]);
    const { files } = await room.load('mental-health', [bundle([person('1'), asthma], '2022-01-15T00:00:00Z')]);
    expect(await conditions()).toEqual([]);
    expect(Object.keys(files[0]?.elements['Condition']?.skipped ?? {})).toEqual([
      'overtaken by a later export, or taken back by one of the same time',
    ]);
  });

  it('STU3 and DSTU2 are refused by name', async () => {
    const { files } = await fhir(person('1'), { ...asthma, clinicalStatus: 'active' });
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('FHIR STU3') });
  });
});

describe('work follows from the records', () => {
  const involved = (): string[] => room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`);

  it.each<[string, Resource]>([
    ['who died, nobody says when', { deceasedBoolean: true }],
    ['who is marked inactive', { active: false }],
  ])('treatment ends of a patient %s', async (_who, change) => {
    await fhir(person('1'));
    expect(involved()).toEqual(['mental-health treatment']);
    await fhir({ ...person('1'), ...change });
    expect(involved()).toEqual([]);
  });
});

describe('two people under one number', () => {
  it('are in doubt: nothing of the second is shown under the first', async () => {
    await fhir(person('1'));
    const { files } = await fhir(person('1', 'Hugo', 'Montclair', '2009-11-30'), asthma);
    expect(files[0]?.children).toMatchObject({ toReview: 1 });
    expect(await conditions()).toEqual([]);
  });

  it('are two children where the systems are named', async () => {
    await room.load('mental-health', [bundle([person('1')])], { source: 'north' });
    await room.load('mental-health', [bundle([person('1', 'Hugo', 'Montclair', '2009-11-30'), asthma])], {
      source: 'south',
    });
    const { rows } = await room.databases.identity.query('select issuer, child from numbers order by issuer');
    expect(rows).toMatchObject([{ issuer: 'north' }, { issuer: 'south' }]);
    expect(await conditions()).toEqual(['Asthma']);
    await expect(fhir(person('1'))).rejects.toThrow('--source');
  });
});

describe('silence erases nothing', () => {
  it('of a name and a birth date', async () => {
    await fhir(person('1'));
    await fhir({ resourceType: 'Patient', id: '1' });
    const { rows } = await room.databases.identity.query(
      'select given_name as given, family_name as family, birth_date::text as born from children',
    );
    expect(rows).toEqual([{ given: 'Ada', family: 'Byron', born: '2012-03-04' }]);
  });
});

describe('what could be the same waits in a list that lasts', () => {
  it.each<[string, readonly [string, string, string | undefined]]>([
    ['names changed about', ['Dubois', 'Renée', '2012-03-04']],
    ['one digit off', ['Renée', 'Dubois', '2012-03-14']],
    ['one side without a date', ['Renee', 'Dubois', undefined]],
  ])('%s', async (_what, [given, family, birthDate]) => {
    await room.load('mental-health', [bundle([person('1', 'Renée', 'Dubois')])], { source: 'north' });
    await room.load('mental-health', [bundle([{ ...person('2', given, family), birthDate }])], { source: 'south' });
    const doubts = await listDoubts(room.databases.identity, {});
    expect(doubts).toMatchObject([{ number: '2', kind: 'WHO', candidates: [await childOf('1')] }]);
    const [doubt] = doubts;
    const { identity } = room.databases;
    await settleDoubt({
      identity,
      register: room.register,
      doubt: doubt!.id,
      decision: { child: (await childOf('1'))! },
      by: 'An Officer',
      at,
    });
    await room.load('mental-health', [bundle([{ ...person('2', given, family), birthDate }])], { source: 'south' });
    expect(await childOf('2')).toBe(await childOf('1'));
    expect((await listDoubts(identity, { all: true })).find(({ id }) => id === doubt!.id)).toMatchObject({
      settledBy: 'An Officer',
    });
  });

  it('what a typist leaves out does not', async () => {
    await room.load('mental-health', [bundle([person('1', 'José', 'Nuñez')])], { source: 'north' });
    await room.load('mental-health', [bundle([person('2', 'Jose', 'Nunez')])], { source: 'south' });
    expect(await childOf('2')).toBe(await childOf('1'));
  });
});

describe('a load can be undone', () => {
  const everything = async (): Promise<string> =>
    `${await room.everything('mental-health')}\n${await room.everything('identity')}`;

  it('whole: every row stands as before', async () => {
    await fhir(person('1'), asthma);
    const before = await everything();
    const { load } = await fhir(
      { ...person('1', 'Adah'), active: false },
      { ...asthma, verificationStatus: { coding: [{ code: 'entered-in-error' }] } },
      person('2', 'Hugo', 'Montclair', '2009-11-30'),
      { ...asthma, id: 'c2', subject: { reference: 'Patient/2' } },
    );
    expect(await everything()).not.toBe(before);
    const undone = await undoLoad({
      agency: 'mental-health',
      load: load!,
      databases: databasesOf('mental-health'),
      by: 'An Officer',
      at,
    });
    expect(undone).toMatchObject({ against: [] });
    expect(undone.children).toContain(await childOf('1'));
    expect(await everything()).toBe(before);
  });

  it('or not at all, with what stands against it', async () => {
    const { load } = await fhir(person('1'), asthma);
    await fhir({ ...asthma, code: { text: 'Eczema' } });
    const before = await everything();
    const { against } = await undoLoad({
      agency: 'mental-health',
      load: load!,
      databases: databasesOf('mental-health'),
      by: 'An Officer',
      at,
    });
    expect(against.join()).toContain('conditions were loaded again since');
    expect(await everything()).toBe(before);
  });

  it('a wrong link is moved, with the records, and the move can be undone as well', async () => {
    await fhir(person('1'), person('2', 'Hugo', 'Montclair', '2009-11-30'), asthma);
    const before = await everything();
    const to = (await childOf('2'))!;
    const moved = await moveNumber({
      agency: 'mental-health',
      issuer: '',
      number: '1',
      to,
      databases: databasesOf('mental-health'),
      by: 'An Officer',
      at,
      today: '2022-03-01',
    });
    const { rows } = await room.databases['mental-health'].query('select child from conditions');
    expect(rows).toEqual([{ child: to }]);
    await undoLoad({
      agency: 'mental-health',
      load: moved.load,
      databases: databasesOf('mental-health'),
      by: 'An Officer',
      at,
    });
    expect(await everything()).toBe(before);
  });

  it('a full export ends what it no longer holds', async () => {
    await fhir(person('1'), person('2', 'Hugo', 'Montclair', '2009-11-30'), asthma, { ...asthma, id: 'c2' });
    const { ended } = await room.load('mental-health', [bundle([person('1'), asthma])], { full: true });
    expect(ended).toEqual({ conditions: 1, services: 1 });
    expect(room.told.involved).toHaveLength(1);
  });
});
