import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { csv, zip } from './fixtures.ts';
import { nibrsSubmission } from './nibrs-submission.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder, writeTemporary } from './write-file.ts';

type Resource = Readonly<Record<string, unknown>>;

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const patient = (more: Resource = {}): Resource => ({
  resourceType: 'Patient',
  id: '1',
  name: [{ given: ['Ada'], family: 'Byron' }],
  birthDate: '2012-03-04',
  ...more,
});
const asthma = (id: string, more: Resource = {}): Resource => ({
  resourceType: 'Condition',
  id,
  subject: { reference: 'Patient/1' },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'J45.9' }] },
  clinicalStatus: { coding: [{ code: 'active' }] },
  ...more,
});
const bundle = (resources: readonly Resource[], more: Resource = {}): string =>
  writeTemporary(
    JSON.stringify({
      resourceType: 'Bundle',
      type: 'collection',
      ...more,
      entry: resources.map((resource) => ({ resource })),
    }),
    'json',
  );
const status = (code: string): Resource => ({ clinicalStatus: { coding: [{ code }] } });
const rosterOf = (manifest: readonly (readonly string[])[], ...students: readonly string[]): string =>
  temporaryFolder({
    'manifest.csv': csv(['propertyName', 'value'], ['oneroster.version', '1.1'], ...manifest),
    'users.csv': csv(
      ['sourcedId', 'status', 'role', 'givenName', 'familyName', 'orgSourcedIds'],
      ...students.map((id) => [id, 'active', 'student', `Gi${id}`, `Fa${id}`, 's1']),
    ),
  });

async function rows(agency: LoadingAgency | 'identity', sql: string): Promise<unknown[]> {
  return (await room.databases[agency].query<Record<string, unknown>>(sql)).rows;
}

describe('what a source says later counts, also within one file', () => {
  it.each([
    ['by the version alone', {}],
    ['by both', { lastUpdated: '2021-01-01T00:00:00Z' }],
  ])('a history tells the newest first, %s', async (_how, more) => {
    const condition = (versionId: string, code: string): Resource =>
      asthma('c', { ...status(code), meta: { versionId, ...more } });
    const people = [
      patient({ meta: { versionId: '3' } }),
      patient({ name: [{ given: ['Before'], family: 'Then' }], meta: { versionId: '2' } }),
    ];
    const { files } = await room.load('mental-health', [
      bundle([...people, condition('12', 'resolved'), condition('9', 'active')], { type: 'history' }),
    ]);
    expect(files[0]?.elements['Condition']).toMatchObject({ read: 2, loaded: 1 });
    expect(await rows('mental-health', 'select clinical_status from conditions')).toEqual([
      { clinical_status: 'RESOLVED' },
    ]);
    expect(await rows('identity', 'select given_name from children')).toEqual([{ given_name: 'Ada' }]);
  });

  it('a name that somebody has no longer is not the name', async () => {
    const named = (...name: Resource[]) => patient({ name });
    await room.load('mental-health', [
      bundle([
        named({ use: 'old', given: ['Old'], family: 'Gone' }, { use: 'usual', given: ['Ada'], family: 'Here' }),
        {
          ...named({ given: ['Was'], family: 'B', period: { end: '2015-01-01' } }, { given: ['Is'], family: 'B' }),
          id: '2',
        },
      ]),
    ]);
    expect(await rows('identity', 'select given_name from children order by 1')).toEqual([
      { given_name: 'Ada' },
      { given_name: 'Is' },
    ]);
  });

  it('a name that is text alone is said to be unread', async () => {
    const { files } = await room.load('mental-health', [bundle([patient({ name: [{ text: 'Ada Byron' }] })])]);
    expect(JSON.stringify(files[0]?.notes)).toContain('a name is text alone');
  });
});

describe('a bulk export has patients and encounters in files of their own', () => {
  const seen = (id: string, day: string): Resource => ({
    resourceType: 'Encounter',
    id,
    status: 'finished',
    subject: { reference: 'Patient/1' },
    period: { start: `${day}T15:00:00Z` },
    participant: [{ individual: { reference: 'Practitioner/d' } }],
  });
  const doctor = { resourceType: 'Practitioner', id: 'd', name: [{ text: 'Dr. Quill' }] };
  const services = () =>
    rows(
      'mental-health',
      'select started_on::text as started, p.name from services s left join providers p on p.id = s.provider',
    );

  it('the service has the first day, in either order', async () => {
    const people = bundle([patient()]);
    const encounters = bundle([seen('e2', '2020-03-01'), seen('e1', '2019-02-01')]);
    await room.load('mental-health', [people]);
    await room.load('mental-health', [encounters]);
    expect(await services()).toEqual([{ started: '2019-02-01', name: null }]);
    await room.load('mental-health', [people]);
    expect(await services()).toEqual([{ started: '2019-02-01', name: null }]);
  });

  it('and a later file of patients alone erases neither the day nor the provider', async () => {
    await room.load('mental-health', [bundle([patient(), doctor, seen('e1', '2019-02-01')])]);
    await room.load('mental-health', [bundle([patient()])]);
    expect(await services()).toEqual([{ started: '2019-02-01', name: 'Dr. Quill' }]);
  });
});

describe('what a file says of itself stands against what is said of it', () => {
  it('a page of several is not all that a system holds', async () => {
    const next = { link: [{ relation: 'next', url: 'https://fhir.example/?page=2' }] };
    const all = bundle([patient(), asthma('a'), asthma('b')], { timestamp: '2021-01-01T00:00:00Z' });
    await room.load('mental-health', [all]);
    const page = bundle([patient(), asthma('a')], { type: 'searchset', timestamp: '2021-02-01T00:00:00Z', ...next });
    await expect(room.load('mental-health', [page], { full: true })).rejects.toThrow(/a page of several/);
    expect(await rows('mental-health', 'select id from conditions')).toHaveLength(2);
    const last = bundle([asthma('b')], { type: 'searchset', timestamp: '2021-02-01T00:00:00Z' });
    const { ended } = await room.load('mental-health', [page, last], { full: true });
    expect(ended).toEqual({});
  });

  it('nor is a roster of what has changed', async () => {
    await room.load('education', [rosterOf([['file.users', 'bulk']], 'a', 'b')]);
    const delta = rosterOf([['file.users', 'delta']], 'a');
    await expect(room.load('education', [delta], { full: true })).rejects.toThrow(/only what has changed/);
    expect(await rows('education', 'select id from enrolments')).toHaveLength(2);
  });
});

describe('what is not understood does not count as fine', () => {
  it.each([
    ['in words', { coding: [{ display: 'Entered in Error' }] }],
    ['in no way that is read', { coding: [{ system: 'urn:clinic' }] }],
  ])('a verification status %s', async (_how, verificationStatus) => {
    await room.load('mental-health', [bundle([patient(), asthma('a', { verificationStatus })])]);
    expect(await rows('mental-health', 'select id from conditions')).toEqual([]);
  });

  it.each([
    { actualPeriod: { start: '2021-01-01T10:00:00Z' } },
    { reason: [{ value: [{ concept: { text: 'Cough' } }] }] },
  ])('a resource of R5 is refused by name', async (more) => {
    const encounter = {
      resourceType: 'Encounter',
      id: 'e',
      status: 'in-progress',
      subject: { reference: 'Patient/1' },
    };
    const { files } = await room.load('mental-health', [bundle([patient(), { ...encounter, ...more }])]);
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/FHIR R5/) as unknown });
  });

  it('a diagnosis that ended within a period has an end', async () => {
    const ended = { onsetPeriod: { start: '2018-01-01' }, abatementPeriod: { start: '2019-01-01', end: '2020-01-01' } };
    await room.load('mental-health', [bundle([patient(), asthma('a', ended)])]);
    expect(
      await rows('mental-health', 'select onset_on::text as onset, abated_on::text as abated from conditions'),
    ).toEqual([{ onset: '2018-01-01', abated: '2020-01-01' }]);
  });
});

it('a patient whom the source labels is known, and that the child is served there is not', async () => {
  const labelled = patient({ meta: { security: [{ code: 'SUD' }] } });
  await room.load('mental-health', [bundle([patient(), asthma('a')], { timestamp: '2021-01-01T00:00:00Z' })]);
  expect(room.told.involved).toHaveLength(1);
  const { files } = await room.load('mental-health', [
    bundle([labelled, asthma('b')], { timestamp: '2021-02-01T00:00:00Z' }),
  ]);
  expect(Object.keys(files[0]?.elements['Patient']?.skipped ?? {})).toEqual([
    expect.stringContaining('a service record cannot carry'),
  ]);
  expect(await rows('mental-health', 'select id from services')).toEqual([]);
  expect(room.told.involved).toEqual([]);
  expect(await rows('mental-health', 'select id from conditions where child is not null')).toHaveLength(2);
});

describe('what a system packs beside its files', () => {
  const users = csv(
    ['sourcedId', 'role', 'givenName', 'familyName', 'orgSourcedIds'],
    ['u1', 'student', 'Gi', 'Fa', 's1'],
  );
  const hidden = new Uint8Array([0, 5, 22, 7, 0, 2, 0, 0, 77, 97]);

  it('is no file of the export', async () => {
    const folder = temporaryFolder({
      'a.zip': zip({ 'roster/users.csv': users, '__MACOSX/roster/._users.csv': hidden }),
    });
    const { files } = await room.load('education', [join(folder, 'a.zip')]);
    expect(files.map(({ outcome }) => outcome)).toEqual(['loaded']);
    const beside = await room.load('education', [temporaryFolder({ 'users.csv': users, '._users.csv': hidden })]);
    expect(beside.files.map(({ outcome }) => outcome)).toEqual(['loaded']);
  });

  it.each([';', '\t'])('values that %j parts are refused, and not read as one column', async (mark) => {
    const { files } = await room.load('education', [temporaryFolder({ 'users.csv': users.replaceAll(',', mark) })]);
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/line 1.*commas/) as unknown });
  });
});

it('a child whom a census tells in two elements has one file, open while one of them says so, and every referral', async () => {
  const child = (on: string, closed?: string): string =>
    `<Child><ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2010-01-01</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>${on}</CINreferralDate><PrimaryNeedCode>N1</PrimaryNeedCode>${closed === undefined ? '' : `<CINclosureDate>${closed}</CINclosureDate>`}</CINdetails></Child>`;
  const told = [
    child('2019-01-01'),
    child('2018-01-01', '2018-06-01'),
    child('2018-01-01', '2018-07-01'),
    child('2018-01-01', '2018-06-01'),
  ];
  await room.load('child-protection', [
    writeTemporary(
      `<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children>${told.join('')}</Children></Message>`,
    ),
  ]);
  expect(await rows('child-protection', 'select status, opened_on::text as opened from files')).toEqual([
    { status: 'OPEN', opened: '2019-01-01' },
  ]);
  // The fourth element says again what the second said.
  expect(await rows('child-protection', 'select received_on::text as on from referrals order by 1')).toEqual([
    { on: '2018-01-01' },
    { on: '2018-01-01' },
    { on: '2019-01-01' },
  ]);
});

describe('an incident with somebody in it who cannot be told is answered to nobody', () => {
  const student = (number: string): string =>
    `<StudentReference><StudentIdentity><StudentUniqueId>${number}</StudentUniqueId></StudentIdentity></StudentReference>`;
  const school = '<SchoolReference><SchoolIdentity><SchoolId>1</SchoolId></SchoolIdentity></SchoolReference>';
  const incident = `<DisciplineIncidentReference><DisciplineIncidentIdentity><IncidentIdentifier>I1</IncidentIdentifier>${school}</DisciplineIncidentIdentity></DisciplineIncidentReference>`;
  const interchange = (name: string, inside: string): string =>
    writeTemporary(`<Interchange${name} xmlns="http://ed-fi.org/4.0.0">${inside}</Interchange${name}>`);

  it.each([
    [
      'by the association of older exports',
      `<StudentDisciplineIncidentAssociation>${student('2')}${incident}<StudentParticipationCode>Victim</StudentParticipationCode></StudentDisciplineIncidentAssociation>`,
    ],
    [
      'by a reference that names no student',
      `<StudentDisciplineIncidentNonOffenderAssociation>${incident}<StudentReference ref="STU_2"/></StudentDisciplineIncidentNonOffenderAssociation>`,
    ],
  ])('an Ed-Fi incident %s', async (_how, other) => {
    const known = `<Student><StudentUniqueId>1</StudentUniqueId><Name><FirstName>Ada</FirstName><LastSurname>Byron</LastSurname></Name></Student>`;
    await room.load('education', [
      interchange('Student', known),
      interchange(
        'StudentDiscipline',
        `<DisciplineIncident><IncidentIdentifier>I1</IncidentIdentifier><IncidentDate>2021-01-01</IncidentDate>${school}</DisciplineIncident>
         <StudentDisciplineIncidentBehaviorAssociation>${incident}${student('1')}<BehaviorDescriptor>Fighting</BehaviorDescriptor></StudentDisciplineIncidentBehaviorAssociation>${other}`,
      ),
    ]);
    expect(await rows('education', 'select id from discipline_incidents')).toHaveLength(1);
    expect(await rows('education', 'select id from discipline_participants')).toHaveLength(2);
    expect(await rows('education', 'select id from answerable_incidents')).toEqual([]);
  });

  it('a police report with a victim of whom no person is told', async () => {
    const reported = { number: '1', on: '2021-04-01', offences: ['13B'], victims: ['V1'] };
    const other = '<Victim s:id="V9"><VictimCategoryCode>I</VictimCategoryCode></Victim>';
    const text = nibrsSubmission('2021-05-01T00:00:00Z', reported).replace('<Person', `${other}<Person`);
    await room.load('police', [writeTemporary(text)]);
    expect(await rows('police', 'select adult from incident_persons')).toEqual([{ adult: false }, { adult: false }]);
  });
});
