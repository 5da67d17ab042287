import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

type Resource = Readonly<Record<string, unknown>>;

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const person = (id: string, given: string, family: string, birthDate: string): Resource => ({
  resourceType: 'Patient',
  id,
  name: [{ given: [given], family }],
  birthDate,
});
const ada = person('1', 'Ada', 'Byron', '2012-03-04');
const hugo = person('2', 'Hugo', 'Montclair', '2009-11-30');
const of = (id: string): Resource => ({ subject: { reference: `Patient/${id}` } });
const asthma: Resource = {
  resourceType: 'Condition',
  id: 'c1',
  ...of('1'),
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'J45', display: 'Asthma' }] },
  clinicalStatus: { coding: [{ code: 'active' }] },
};
const risk = (outcomes: readonly string[], more: Resource = {}): Resource => ({
  resourceType: 'RiskAssessment',
  id: 'r1',
  ...of('1'),
  status: 'final',
  prediction: outcomes.map((text) => ({ outcome: { text } })),
  ...more,
});
const score = (more: Resource): Resource => ({
  resourceType: 'Observation',
  id: 'o1',
  ...of('1'),
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '44261-6' }] },
  valueInteger: 17,
  ...more,
});

const bundle = (entry: readonly Resource[], more: Resource = {}): string =>
  writeTemporary(JSON.stringify({ resourceType: 'Bundle', type: 'collection', ...more, entry }), 'json');
const fhir = (...resources: readonly Resource[]) =>
  room.load('mental-health', [bundle(resources.map((resource) => ({ resource })))]);
const loaded = (path: string) => room.load('mental-health', [path]);
async function column(sql: string): Promise<unknown[]> {
  const { rows } = await room.databases['mental-health'].query<{ value: unknown }>(sql);
  return rows.map(({ value }) => value);
}
const conditions = () => column('select display as value from conditions order by 1');
const risks = () => column(`select "of" as value from risk_assessments order by 1`);
const scores = () => column('select total as value from scores order by 1');

describe('an assessment of several predictions', () => {
  it('is taken back whole', async () => {
    await fhir(ada, risk(['Suicide', 'Violence']));
    expect(await risks()).toEqual(['SUICIDE', 'VIOLENCE']);
    const { files } = await fhir(risk(['Suicide', 'Violence'], { status: 'entered-in-error' }));
    expect(await risks()).toEqual([]);
    expect(files[0]?.elements['RiskAssessment']).toMatchObject({ takenBack: 2 });
  });

  it('and one that it makes no longer goes', async () => {
    await fhir(ada, risk(['Violence', 'Suicide', 'Abuse']));
    await fhir(risk(['Violence', 'Abuse'], { status: 'amended' }));
    expect(await risks()).toEqual(['ABUSE', 'VIOLENCE']);
    await fhir(risk(['Violence', 'Suicide', 'Abuse']));
    expect(await risks()).toEqual(['ABUSE', 'SUICIDE', 'VIOLENCE']);
  });
});

it('what was taken back stands again where the source says it anew after that, and not by what it said before', async () => {
  const on = (day: string, more: Resource = {}) => ({
    ...asthma,
    meta: { lastUpdated: `2022-02-${day}T00:00:00Z` },
    ...more,
  });
  await fhir(ada, on('01'));
  await fhir(on('03', { verificationStatus: { coding: [{ code: 'entered-in-error' }] } }));
  await fhir(on('02'));
  expect(await conditions()).toEqual([]);
  await fhir(on('04'));
  expect(await conditions()).toEqual(['Asthma']);
});

describe('a record that a later export says of somebody else', () => {
  it('goes from the first, where it is in doubt who the other is', async () => {
    await fhir(ada, hugo, asthma);
    const double = person('3', 'Hugo', 'Montclair', '2009-11-30');
    const corrected = [double, { ...asthma, ...of('3') }];
    const { files } = await fhir(...corrected);
    expect(files[0]?.children).toMatchObject({ toReview: 1 });
    expect(await conditions()).toEqual([]);
  });

  it('or nobody can tell', async () => {
    await fhir(ada, asthma);
    await fhir({ ...asthma, subject: { reference: 'urn:uuid:unknown' } });
    expect(await conditions()).toEqual([]);
  });

  it('but not where the number itself is in doubt', async () => {
    await fhir(ada, asthma);
    await fhir(person('1', 'Zoe', 'Winter', '2008-01-01'), asthma);
    expect(await conditions()).toEqual(['Asthma']);
  });
});

it('a score that a later version leaves out is not the score', async () => {
  await fhir(ada, score({}));
  expect(await scores()).toEqual([17]);
  await fhir(score({ status: 'amended', valueInteger: undefined, dataAbsentReason: { text: 'unknown' } }));
  expect(await scores()).toEqual([]);
  await fhir(score({ status: 'corrected', valueInteger: 7 }));
  expect(await scores()).toEqual([7]);
});

it('nor is it one where a later version is of something else that was observed', async () => {
  await fhir(ada, score({}));
  const height = { code: { coding: [{ system: 'http://loinc.org', code: '8302-2' }] } };
  const { files } = await fhir(score(height), score({ ...height, id: 'o9' }));
  expect(await scores()).toEqual([]);
  expect(files[0]?.elements['Observation']).toMatchObject({ read: 2, takenBack: 1, unmapped: 1 });
});

describe('a deletion', () => {
  const deletion = (url: string): Resource => ({ request: { method: 'DELETE', url } });

  it.each(['Condition/c1', 'https://clinic.example/fhir/Condition/c1', 'Condition/c1/', '/Condition/c1'])(
    'of %s is understood',
    async (url) => {
      await fhir(ada, asthma);
      await loaded(bundle([deletion(url)], { type: 'transaction' }));
      expect(await conditions()).toEqual([]);
    },
  );

  it('by a search cannot be carried out, and says so', async () => {
    await fhir(ada, asthma);
    const { files } = await loaded(bundle([deletion('Condition?identifier=x')], { type: 'transaction' }));
    expect(Object.keys(files[0]?.elements['(no resource)']?.skipped ?? {}).join()).toContain('deletion');
  });

  it('in the list of deleted resources of a bulk export, a bundle a line', async () => {
    await fhir(ada, asthma);
    const line = { resourceType: 'Bundle', type: 'transaction', entry: [deletion('Condition/c1')] };
    const path = writeTemporary(`${JSON.stringify(line)}\n${JSON.stringify({ ...line, entry: [] })}\n`, 'ndjson');
    const { files } = await loaded(path);
    expect(await conditions()).toEqual([]);
    expect(files[0]?.elements['Condition']).toMatchObject({ read: 1, takenBack: 1 });
  });

  it('in a history is as old as it says: what was created anew after it stands', async () => {
    const entry = (version: number, day: string, method: string, more: Resource): Resource => ({
      request: { method, url: 'Condition/c1' },
      response: { status: '200', etag: `W/"${version}"`, lastModified: `${day}T00:00:00Z` },
      ...more,
    });
    const at = (version: number, day: string): Resource => ({
      resource: { ...asthma, meta: { versionId: String(version), lastUpdated: `${day}T00:00:00Z` } },
    });
    const history = (more: readonly Resource[]): string =>
      bundle(
        [
          ...more,
          entry(2, '2022-01-02', 'DELETE', {}),
          entry(1, '2022-01-01', 'POST', at(1, '2022-01-01')),
          { resource: ada },
        ],
        { type: 'history', timestamp: '2022-02-01T00:00:00Z' },
      );
    await loaded(history([]));
    expect(await conditions()).toEqual([]);
    await loaded(history([entry(3, '2022-02-15', 'PUT', at(3, '2022-02-15'))]));
    expect(await conditions()).toEqual(['Asthma']);
    await room.empty();
    await loaded(history([entry(3, '2022-01-03', 'PUT', at(3, '2022-01-03'))]));
    expect(await conditions()).toEqual(['Asthma']);
  });
});

describe('a diagnosis that nobody has confirmed says so', () => {
  it.each<[string, Resource]>([
    ['in words', { text: 'Provisional' }],
    ['by a display', { coding: [{ display: 'Provisional' }] }],
    ['in another case', { coding: [{ code: 'PROVISIONAL' }] }],
  ])('%s', async (_how, verificationStatus) => {
    await fhir(ada, { ...asthma, verificationStatus });
    expect(await conditions()).toEqual(['Asthma (provisional)']);
  });
});

it('a status is read whichever coding has it', async () => {
  await fhir(ada, {
    ...asthma,
    clinicalStatus: { coding: [{ system: 'urn:local', code: 'R' }, { code: 'resolved' }] },
  });
  expect(await column('select clinical_status as value from conditions')).toEqual(['RESOLVED']);
});

describe('two servers in one file', () => {
  const at = (base: string, resource: Resource): Resource => ({
    fullUrl: `${base}/${String(resource['resourceType'])}/${String(resource['id'])}`,
    resource,
  });

  it('that number alike are refused', async () => {
    const { files } = await loaded(
      bundle([at('https://a.example/fhir', ada), at('https://b.example/fhir', { ...hugo, id: '1' })]),
    );
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('two servers') });
  });

  it('a reference to another server’s patient means nobody of this file', async () => {
    const elsewhere = { ...asthma, subject: { reference: 'https://b.example/fhir/Patient/1' } };
    await loaded(bundle([at('https://a.example/fhir', ada), { resource: elsewhere }]));
    expect(await conditions()).toEqual([]);
    await loaded(bundle([at('https://b.example/fhir', ada), { resource: elsewhere }]));
    expect(await conditions()).toEqual(['Asthma']);
  });
});

describe('what is no FHIR R4 in JSON says what it is', () => {
  it.each([
    ['<Patient xmlns="http://hl7.org/fhir"><id value="1"/></Patient>', 'FHIR in XML'],
    [JSON.stringify([ada]), 'a list of resources'],
    ['', 'the file is empty'],
  ])('%s', async (text, reason) => {
    const { files } = await loaded(writeTemporary(text, 'json'));
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
  });

  it('a bundle of bundles, as the answer to several searches, is read', async () => {
    const inner = { resourceType: 'Bundle', type: 'searchset', entry: [ada, asthma].map((resource) => ({ resource })) };
    const { files } = await loaded(bundle([{ resource: inner }, { resource: hugo }], { type: 'batch-response' }));
    expect(await conditions()).toEqual(['Asthma']);
    expect(files[0]?.elements).toMatchObject({ Patient: { read: 2, loaded: 2 }, Condition: { loaded: 1 } });
  });
});

it('two people under one number in one file are in doubt', async () => {
  const { files } = await fhir(ada, { ...hugo, id: '1' }, asthma);
  expect(files[0]?.children).toMatchObject({ toReview: 1 });
  expect(await conditions()).toEqual([]);
});

it('a time that lies ahead counts as now: what is said after it is heard', async () => {
  await loaded(
    bundle(
      [ada, asthma].map((resource) => ({ resource })),
      { timestamp: '2099-01-01T00:00:00Z' },
    ),
  );
  await fhir({ ...asthma, meta: { lastUpdated: '2098-01-01T00:00:00Z' } });
  await fhir({ ...asthma, verificationStatus: { coding: [{ code: 'entered-in-error' }] } });
  expect(await conditions()).toEqual([]);
});
