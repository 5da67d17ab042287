import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { renderAccount } from '../../../load/render-account.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const rowsOf = async (agency: LoadingAgency | 'identity', sql: string): Promise<readonly object[]> =>
  (await room.databases[agency].query<object>(sql)).rows;
const bundle = (...resources: readonly object[]): string =>
  writeTemporary(
    JSON.stringify({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) }),
    'json',
  );
const patient = (id: string, birthDate?: string): object => ({
  resourceType: 'Patient',
  id,
  name: [{ given: ['Ada'], family: `Byron${id}` }],
  birthDate,
});
const aboutOne = (resourceType: string, id: string, more: object): object => ({
  resourceType,
  id,
  subject: { reference: 'Patient/1' },
  ...more,
});
const edFi = (inside: string): string =>
  writeTemporary(`<InterchangeAll xmlns="http://ed-fi.org/5.2.0">\n${inside}\n</InterchangeAll>`);
const student = (id: string, birthDate = '2013-04-12'): string =>
  `<Student><StudentUniqueId>${id}</StudentUniqueId><Name><FirstName>Ada</FirstName><LastSurname>Byron</LastSurname></Name>
   <BirthData><BirthDate>${birthDate}</BirthDate></BirthData></Student>`;
const reference =
  '<StudentReference><StudentIdentity><StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference>';
const atSchool = '<SchoolReference><SchoolIdentity><SchoolId>9</SchoolId></SchoolIdentity></SchoolReference>';
const school = '<School><SchoolId>9</SchoolId><NameOfInstitution>Elm Street</NameOfInstitution></School>';
const enrolment = `<StudentSchoolAssociation>${reference}${atSchool}<EntryDate>2021-09-01</EntryDate></StudentSchoolAssociation>`;
const census = (details: string, birthDate = '2013-04-12'): string =>
  writeTemporary(`<Message><Children><Child><ChildIdentifiers><LAchildID>C1</LAchildID>
   <PersonBirthDate>${birthDate}</PersonBirthDate></ChildIdentifiers>
   <CINdetails><CINreferralDate>2020-01-01</CINreferralDate>${details}</CINdetails></Child></Children></Message>`);

describe('a school that is created late', () => {
  it.each([
    ['after, in one command', [[student('1'), enrolment, school]]],
    ['after, in a later one', [[student('1')], [enrolment], [school]]],
    ['before', [[school], [student('1')], [enrolment]]],
  ])('%s is found, and loading again changes nothing', async (_when, loads) => {
    const files = loads.map((inside) => inside.map(edFi));
    for (const some of files) await room.load('education', some);
    const joined = 'select s.name from enrolments e left join schools s on s.id = e.school';
    expect(await rowsOf('education', joined)).toEqual([{ name: 'Elm Street' }]);
    const before = await room.everything('education');
    for (const some of files) await room.load('education', some);
    expect(await room.everything('education')).toBe(before);
  });

  it('is found also where its export is an earlier one', async () => {
    await room.load('education', [edFi(student('1')), edFi(enrolment)], { exportedAt: '2022-02-02T00:00:00Z' });
    await room.load('education', [edFi(school)], { exportedAt: '2022-01-01T00:00:00Z' });
    expect(await rowsOf('education', 'select 1 from enrolments where school is null')).toEqual([]);
  });
});

describe('two records of one day stay two', () => {
  it('two assessments of a census, and what each says of adults', async () => {
    const assessment = (
      factor: string,
    ): string => `<Assessments><AssessmentActualStartDate>2020-03-01</AssessmentActualStartDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>${factor}</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>`;
    await room.load('child-protection', [census(`${assessment('2B')}${assessment('3B')}`)]);
    expect(await rowsOf('child-protection', 'select 1 from risk_assessments')).toHaveLength(2);
    expect(await rowsOf('child-protection', 'select 1 from family_notes')).toHaveLength(2);
  });

  it('two absences from sections of one name at two schools', async () => {
    const absence = (
      schoolId: string,
    ): string => `<StudentSectionAttendanceEvent><AttendanceEvent><EventDate>2022-01-10</EventDate>
      <AttendanceEventCategory>Tardy</AttendanceEventCategory></AttendanceEvent>${reference}
      <SectionReference><SectionIdentity><SectionIdentifier>1</SectionIdentifier><CourseOfferingReference><CourseOfferingIdentity>
      <SchoolReference><SchoolIdentity><SchoolId>${schoolId}</SchoolId></SchoolIdentity></SchoolReference>
      </CourseOfferingIdentity></CourseOfferingReference></SectionIdentity></SectionReference></StudentSectionAttendanceEvent>`;
    await room.load('education', [edFi(student('1') + absence('8') + absence('9'))]);
    expect(await rowsOf('education', 'select 1 from attendance_events')).toHaveLength(2);
  });
});

describe('dates', () => {
  const birthDates = async (): Promise<readonly object[]> =>
    rowsOf('identity', 'select birth_date::text as born from children');

  it.each([
    ['12/04/2013', null, '99/99/9999'],
    ['2012-07', null, '9999-99'],
    ['0000-01-01', null, '9999-99-99'],
    ['2013-04-12T00:00:00', '2013-04-12', undefined],
    ['2013-04-12T00:00:00Z', '2013-04-12', undefined],
  ])(
    'the birth date %s is %s in every format, and what cannot be read is said by its form',
    async (given, born, form) => {
      const files: readonly (readonly [LoadingAgency, string, string, string])[] = [
        ['mental-health', bundle(patient('1', given)), 'Patient', 'birthDate'],
        ['education', edFi(student('1', given)), 'Student', 'BirthData/BirthDate'],
        ['child-protection', census('', given), 'Child', 'ChildIdentifiers/PersonBirthDate'],
      ];
      for (const [agency, file, element, path] of files) {
        await room.empty();
        const { files: accounts } = await room.load(agency, [file]);
        expect(await birthDates()).toEqual([{ born }]);
        const unreadable = accounts[0]?.elements[element]?.unreadable ?? {};
        expect(Object.keys(unreadable)).toEqual(form === undefined ? [] : [`${path}: ${form}`]);
      }
    },
  );

  it('a birth in the future is not used, and said', async () => {
    const result = await room.load('mental-health', [bundle(patient('1', '2031-01-01'))]);
    expect(await birthDates()).toEqual([{ born: null }]);
    expect(renderAccount(result)).toContain('a birth date is after the day of loading: it is not used');
  });

  it('the onset of a condition is the day where it happened; a partial one is counted and said', async () => {
    const condition = (id: string, onsetDateTime: string): object =>
      aboutOne('Condition', id, { code: { text: id }, onsetDateTime });
    const { files } = await room.load('mental-health', [
      bundle(
        patient('1', '2013-04-12'),
        condition('a', '2024-03-01T23:30:00-05:00'),
        condition('b', '2024-03-02T04:30:00Z'),
        condition('c', '2024-03-02T04:30:00+00:00'),
        condition('d', '2024-03'),
      ),
    ]);
    expect(await rowsOf('mental-health', 'select display, onset_on::text as on from conditions order by 1')).toEqual([
      { display: 'a', on: '2024-03-01' },
      { display: 'b', on: '2024-03-01' },
      { display: 'c', on: '2024-03-01' },
      { display: 'd', on: null },
    ]);
    expect(files[0]?.elements['Condition']?.unreadable).toEqual({
      'onsetDateTime: 9999-99': { count: 1, places: ['entry 5'] },
    });
  });

  it('an encounter of which only the day is known keeps the day', async () => {
    const encounter = aboutOne('Encounter', 'e', { status: 'finished', period: { start: '2022-01-10' } });
    await room.load('mental-health', [bundle(patient('1', '2013-04-12'), encounter)]);
    expect(await rowsOf('mental-health', 'select started_on::text as since from services')).toEqual([
      { since: '2022-01-10' },
    ]);
  });
});

describe('every repeated element is kept', () => {
  it('predictions, reasons and kinds in FHIR', async () => {
    const prediction = (outcome: string): object => ({ outcome: { text: outcome }, qualitativeRisk: { text: 'high' } });
    await room.load('mental-health', [
      bundle(
        patient('1', '2013-04-12'),
        aboutOne('RiskAssessment', 'r', { status: 'final', prediction: [prediction('fall'), prediction('suicide')] }),
        aboutOne('Encounter', 'e', {
          status: 'finished',
          type: [{ text: 'Visit' }, { text: 'Follow-up' }],
          reasonCode: [{ text: 'Cough' }, { text: 'Bruises' }],
        }),
      ),
    ]);
    expect(await rowsOf('mental-health', 'select "of" from risk_assessments order by 1')).toEqual([
      { of: 'OTHER' },
      { of: 'SUICIDE' },
    ]);
    expect(await rowsOf('mental-health', 'select kind, reason from encounters')).toEqual([
      { kind: 'Visit; Follow-up', reason: 'Cough; Bruises' },
    ]);
  });

  it('behaviours and measures in Ed-Fi', async () => {
    const incident = `<IncidentIdentifier>4</IncidentIdentifier>${atSchool}`;
    const identity = `<DisciplineIncidentReference><DisciplineIncidentIdentity>${incident}</DisciplineIncidentIdentity></DisciplineIncidentReference>`;
    const behaviour = 'StudentDisciplineIncidentBehaviorAssociation';
    await room.load('education', [
      edFi(`${student('1')}<DisciplineIncident>${incident}<IncidentDate>2022-01-10</IncidentDate>
        <Behavior><Behavior>Fight</Behavior></Behavior><Behavior><Behavior>Weapon</Behavior></Behavior></DisciplineIncident>
        <${behaviour}>${reference}${identity}<Behavior>Fight</Behavior></${behaviour}>
        <DisciplineAction><Discipline>Detention</Discipline><Discipline>Suspension</Discipline>${reference}
        <${behaviour}Reference><${behaviour}Identity>${identity}</${behaviour}Identity></${behaviour}Reference></DisciplineAction>`),
    ]);
    expect(await rowsOf('education', 'select behaviour from discipline_incidents')).toEqual([
      { behaviour: 'Fight; Weapon' },
    ]);
    expect(await rowsOf('education', 'select action from discipline_participants')).toEqual([
      { action: 'Detention; Suspension' },
    ]);
  });
});

describe('one bad file fails alone, with its place', () => {
  const good = (): string => bundle(patient('2', '2012-01-01'));

  it('a character that no database keeps is named by entry and path', async () => {
    const bad = bundle(patient('1', '2013-04-12'), aboutOne('Condition', 'c', { code: { text: 'a\u0000b' } }));
    const { files } = await room.load('mental-health', [bad, good()]);
    expect(files).toMatchObject([
      {
        outcome: 'refused',
        reason: expect.stringMatching(/^entry 2, Condition, code\.text: holds a character/) as unknown,
      },
      { outcome: 'loaded' },
    ]);
  });

  it('a value that the database refuses is named by its place', async () => {
    await room.databases.education.query(`alter table schools add constraint short check (length(name) < 20)`);
    const { files } = await room.load('education', [
      edFi(
        `${school}\n<School><SchoolId>8</SchoolId><NameOfInstitution>${'x'.repeat(30)}</NameOfInstitution></School>`,
      ),
      edFi(student('1')),
    ]);
    await room.databases.education.query('alter table schools drop constraint short');
    expect(files).toMatchObject([
      { outcome: 'refused', reason: 'line 3, School: the database refused a value (SQLSTATE 23514)', elements: {} },
      { outcome: 'loaded' },
    ]);
    expect(await rowsOf('education', 'select 1 from schools')).toEqual([]);
  });

  it('a deeply nested value', async () => {
    const deep = `{"resourceType":"Patient","id":"1","extension":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    const { files } = await room.load('mental-health', [
      writeTemporary(deep, 'json'),
      writeTemporary(`{"resourceType":"Bundle","entry":[{"resource":${deep}}]}`, 'json'),
      good(),
    ]);
    expect(files.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'loaded']);
  });

  it('an ampersand that is not escaped, by its own line, however long the file', async () => {
    const lines = `<School>\n<SchoolId>9</SchoolId>\n</School>\n`.repeat(5_000);
    const { files } = await room.load('education', [
      edFi(`<School><SchoolId>9</SchoolId><NameOfInstitution>A &amp; B</NameOfInstitution></School>
<School><NameOfInstitution>Elm & Oak</NameOfInstitution></School>\n${lines}`),
    ]);
    expect(files[0]?.reason).toMatch(/^line 3, column 31: not well-formed: an ampersand that is not escaped/);
  });

  it.each(['<Message><Body>hello</Body></Message>', '<Message><Children><Child/></Children></Message>'])(
    'a message that is no census: %s',
    async (text) => {
      const { files } = await room.load('child-protection', [writeTemporary(text)]);
      expect(files[0]).toMatchObject({
        outcome: 'refused',
        reason: expect.stringContaining('not a Children in Need census') as unknown,
      });
    },
  );
});

describe('what came of it', () => {
  it('a file of which nothing is loaded is not called loaded', async () => {
    const { files } = await room.load('mental-health', [bundle({ resourceType: 'Immunization', id: '1' })]);
    expect(files[0]?.outcome).toBe('empty');
  });

  it('lines of the links file that fit nobody are counted', async () => {
    const links = writeTemporary('child,number\nNET-01,1\nNET-02,77\n', 'csv');
    const result = await room.load('mental-health', [bundle(patient('1', '2013-04-12'))], { links });
    expect(result.linksUnused).toEqual({ count: 1, places: ['line 3'] });
    expect(renderAccount(result)).toContain('1 lines of the links file');
  });

  it('a dry run matches later files against the people of earlier ones, and writes nothing', async () => {
    const files = [edFi(student('1')), edFi(enrolment), edFi(student('2'))];
    const dry = await room.load('education', files, { dryRun: true });
    expect((await room.everything('identity')).trim()).toBe('');
    expect(await rowsOf('identity', 'select 1 from doubts')).toEqual([]);
    const wet = await room.load('education', files);
    expect(dry.files.map(({ elements, children }) => [elements, children])).toEqual(
      wet.files.map(({ elements, children }) => [elements, children]),
    );
    expect(dry.review).toHaveLength(wet.review.length);
  });
});
