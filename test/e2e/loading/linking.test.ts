import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { networkIdOfLabel } from '../../../load/link/network-label.ts';
import { writeReviewList } from '../../../load/link/review-list.ts';
import type { LoadResult } from '../../../load/load-files.ts';
import { openRoom, type Room } from './open-room.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';

interface Person {
  readonly number: string;
  readonly given?: string;
  readonly family?: string;
  readonly birthDate?: string;
}

let room: Room;
let directory: string;
beforeAll(async () => {
  room = await openRoom();
  directory = mkdtempSync(join(tmpdir(), 'trellis-link-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await room.close();
});

async function empty(): Promise<void> {
  await room.databases.identity.query('delete from numbers');
  await room.databases.identity.query('delete from children');
  for (const table of ['attendance_events', 'discipline_participants', 'enrolments'])
    await room.databases.education.query(`delete from ${table}`);
  for (const table of ['conditions', 'services']) await room.databases['mental-health'].query(`delete from ${table}`);
}

function write(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

function students(...persons: readonly Person[]): string {
  const elements = persons.map(
    ({
      number,
      given = 'Ada',
      family = 'Byron',
      birthDate = '2012-03-04',
    }) => `<Student><StudentUniqueId>${number}</StudentUniqueId>
      <Name><FirstName>${given}</FirstName><LastSurname>${family}</LastSurname></Name><BirthData><BirthDate>${birthDate}</BirthDate></BirthData></Student>`,
  );
  return write(
    'students.xml',
    `<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">${elements.join('')}</InterchangeStudent>`,
  );
}

function patient({ number, given = 'Ada', family = 'Byron', birthDate = '2012-03-04' }: Person): string {
  const resource = { resourceType: 'Patient', id: number, name: [{ family, given: [given] }], birthDate };
  return write('patient.json', JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource }] }));
}

async function childOf(agency: string, number: string): Promise<string | undefined> {
  const { rows } = await room.databases.identity.query<{ child: string }>(
    'select child from numbers where agency = $1 and number = $2',
    [agency, number],
  );
  return rows[0]?.child;
}

const reasons = ({ review }: LoadResult): string[] => review.map(({ reason }) => reason);

describe('children are linked by exact demographics, exactly one match', () => {
  beforeEach(empty);

  it('the same name, case and space aside, and birth date is the same child', async () => {
    await room.load('education', [students({ number: 'S1' })]);
    const { files, review } = await room.load('mental-health', [
      patient({ number: 'P1', given: ' ADA', family: 'byron ' }),
    ]);
    expect(files[0]?.children).toMatchObject({ matched: 1, registered: 0 });
    expect(review).toEqual([]);
    expect(await childOf('mental-health', 'P1')).toBe(await childOf('education', 'S1'));
  });

  it.each([
    ['a birth date with one part that differs', { birthDate: '2012-03-05' }],
    ['day and month changed about', { birthDate: '2012-04-03' }],
    ['a short form of the name', { given: 'Adalind' }],
    ['another family name', { family: 'King' }],
  ])('%s is in doubt: nothing is linked, nobody is made, a person is asked', async (_what, change) => {
    await room.load('education', [students({ number: 'S1' })]);
    const result = await room.load('mental-health', [patient({ number: 'P1', ...change })]);
    expect(result.files[0]?.children).toMatchObject({ matched: 0, registered: 0, toReview: 1 });
    expect(Object.keys(result.files[0]!.elements.Patient!.skipped)).toEqual([
      'whose it is is in doubt: see `trellis link list`',
    ]);
    expect(reasons(result)).toEqual(['a child has nearly the same name and birth date']);
    expect(await childOf('mental-health', 'P1')).toBeUndefined();
  });

  it('somebody else altogether is a new child', async () => {
    await room.load('education', [students({ number: 'S1' })]);
    const { files } = await room.load('mental-health', [
      patient({ number: 'P1', given: 'Grace', birthDate: '2011-11-11' }),
    ]);
    expect(files[0]?.children).toMatchObject({ registered: 1 });
    expect(await childOf('mental-health', 'P1')).toMatch(/^[a-z2-7]{26}$/);
  });

  it('several children of one name and birth date: none is taken', async () => {
    const links = write('links.csv', 'child,number\nnew,S1\nnew,S2\n');
    await room.load('education', [students({ number: 'S1' }, { number: 'S2' })], { links });
    const result = await room.load('mental-health', [patient({ number: 'P1' })]);
    expect(reasons(result)).toEqual(Array(2).fill('several children have this name and birth date'));
  });

  it('two numbers of one agency with the same name and birth date: the second is in doubt, in one file or in two', async () => {
    const once = await room.load('education', [students({ number: 'S1' }, { number: 'S2' })]);
    expect(reasons(once)).toEqual(['another number of this agency has the same name and birth date']);
    const later = await room.load('education', [students({ number: 'S3' })]);
    expect(reasons(later)).toEqual(['another number of this agency has the same name and birth date']);
  });

  it('twins are two children', async () => {
    const { files } = await room.load('education', [students({ number: 'S1' }, { number: 'S2', given: 'Grace' })]);
    expect(files[0]?.children).toMatchObject({ registered: 2, toReview: 0 });
  });

  it('what was in doubt is settled by a links file', async () => {
    await room.load('education', [students({ number: 'S1' })]);
    const child = await childOf('education', 'S1');
    const file = patient({ number: 'P1', birthDate: '2012-03-05' });
    const links = write('links.csv', `agency,child,number\nmental-health,${child!},P1\neducation,new,P1\n`);
    const result = await room.load('mental-health', [file], { links });
    expect(result.files[0]?.children).toMatchObject({ linked: 1 });
    expect(await childOf('mental-health', 'P1')).toBe(child);
    expect(reasons(result)).toEqual(['sources disagree on the birth date: the first is kept']);
    expect([...room.told.disputed]).toContain(child);
  });

  it('a number once linked stays with its child: a links file that says otherwise is a question', async () => {
    await room.load('education', [students({ number: 'S1' })]);
    const child = await childOf('education', 'S1');
    const links = write('links.csv', 'child,number\nNET-99,S1\n');
    const result = await room.load('education', [students({ number: 'S1' })], { links });
    expect(reasons(result)).toEqual(['the links file names another child than the number has']);
    expect(await childOf('education', 'S1')).toBe(child);
  });

  it('a network id that nobody has is a question, not a new child', async () => {
    const links = write('links.csv', `child,number\n${'a'.repeat(26)},S1\n`);
    const result = await room.load('education', [students({ number: 'S1' })], { links });
    expect(reasons(result)).toEqual(['the links file names a child that the network does not know']);
  });

  it('a source may correct itself, and only itself', async () => {
    await room.load('education', [students({ number: 'S1' })]);
    await room.load('education', [students({ number: 'S1', birthDate: '2012-03-14' })]);
    const { rows } = await room.databases.identity.query<{ born: string }>(
      'select birth_date::text as born from children',
    );
    expect(rows).toEqual([{ born: '2012-03-14' }]);
  });

  it('records whose child is not known are skipped, and loaded once it is', async () => {
    const event = write(
      'attendance.xml',
      `<InterchangeStudentAttendance xmlns="http://ed-fi.org/5.2.0"><StudentSchoolAttendanceEvent><AttendanceEvent><EventDate>2022-01-10</EventDate>
       <AttendanceEventCategory>uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy</AttendanceEventCategory></AttendanceEvent>
       <StudentReference><StudentIdentity><StudentUniqueId>S1</StudentUniqueId></StudentIdentity></StudentReference>
       </StudentSchoolAttendanceEvent></InterchangeStudentAttendance>`,
    );
    const alone = await room.load('education', [event]);
    expect(alone.files[0]?.elements.StudentSchoolAttendanceEvent).toMatchObject({ read: 1, loaded: 0 });
    // People go first, whatever the order of the files.
    const both = await room.load('education', [event, students({ number: 'S1' })]);
    expect(both.files[0]?.elements.StudentSchoolAttendanceEvent).toMatchObject({ read: 1, loaded: 1 });
  });
});

describe('an enrolment of which nothing is known', () => {
  beforeEach(empty);

  it('gives way to one that says where and since when, and does not come back', async () => {
    const association = write(
      'enrolment.xml',
      `<InterchangeStudentEnrollment xmlns="http://ed-fi.org/5.2.0"><StudentSchoolAssociation><StudentReference><StudentIdentity>
       <StudentUniqueId>S1</StudentUniqueId></StudentIdentity></StudentReference><SchoolReference><SchoolIdentity><SchoolId>9</SchoolId>
       </SchoolIdentity></SchoolReference><EntryDate>2021-08-23</EntryDate><ExitWithdrawDate>2022-01-31</ExitWithdrawDate>
       <EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Fourth grade</EntryGradeLevel></StudentSchoolAssociation></InterchangeStudentEnrollment>`,
    );
    const grades = async (): Promise<(string | null)[]> => {
      const { rows } = await room.databases.education.query<{ grade: string | null }>('select grade from enrolments');
      return rows.map(({ grade }) => grade);
    };
    await room.load('education', [students({ number: 'S1' })]);
    expect(await grades()).toEqual([null]);
    await room.load('education', [association]);
    expect(await grades()).toEqual(['4']);
    await room.load('education', [students({ number: 'S1' })]);
    expect(await grades()).toEqual(['4']);
  });
});

describe('a links file that cannot be meant is refused whole', () => {
  it.each([
    [
      'child,number\nnot a child,1\n',
      'line 2, column 0: the links file names a child by neither a network id, a label nor `new`',
    ],
    ['child,number\nNET-1,1\nNET-2,1\n', 'line 3, column 0: the links file gives one number to two children'],
    ['child,number\nNET-1,\n', 'line 2, column 0: the links file has a line without a number'],
    ['who,which\nNET-1,1\n', 'line 1, column 0: the links file needs the columns'],
    ['child,number\nNET-1\n', 'the links file is not CSV'],
  ])('%j', async (text, message) => {
    await expect(room.load('education', [], { links: write('bad.csv', text) })).rejects.toThrow(message);
  });
});

describeWithSamples('crosswalk.csv as it is', () => {
  beforeAll(async () => {
    await empty();
    await room.load('mental-health', filesOf(samples.fhir), { links: samples.crosswalk });
    const students = filesOf(samples.edFi).filter((path) => path.endsWith('/Student.xml'));
    await room.load('education', students, { links: samples.crosswalk });
  });

  it('makes ten children under ids that follow from their labels, each with three agencies’ numbers', async () => {
    const { review } = await room.load('child-protection', filesOf(samples.cin), { links: samples.crosswalk });
    const rows = readFileSync(samples.crosswalk, 'utf8').trim().split('\n').slice(1);
    expect(rows).toHaveLength(10);
    for (const row of rows) {
      const [label = '', fhir = '', , , , , edFi = '', , cin = ''] = row.split(',');
      const child = networkIdOfLabel(label);
      expect(await childOf('mental-health', fhir)).toBe(child);
      expect(await childOf('education', edFi)).toBe(child);
      expect(await childOf('child-protection', cin)).toBe(child);
    }
    expect(review).toHaveLength(10);
    expect(new Set(review.map(({ reason }) => reason))).toEqual(
      new Set(['sources disagree on the birth date: the first is kept']),
    );
  });

  it('keeps the names and birth dates it was told first, and marks the birth dates disputed', async () => {
    const child = networkIdOfLabel('NET-01')!;
    const { rows } = await room.databases.identity.query(
      'select given_name, family_name, birth_date::text from children where id = $1',
      [child],
    );
    expect(rows).toEqual([{ given_name: 'Giovanni', family_name: 'Balistreri', birth_date: '2013-04-12' }]);
    expect(room.told.disputed.has(child)).toBe(true);
  });

  it('involves an agency only where it works with the child now: NET-10 has no open referral', () => {
    const involved = (label: string): string[] =>
      room.told.involved.filter(({ child }) => child === networkIdOfLabel(label)).map(({ agency }) => agency);
    expect(involved('NET-01')).toEqual(['mental-health', 'education', 'child-protection']);
    expect(involved('NET-10')).toEqual(['mental-health', 'education']);
  });
});

describe('the review list', () => {
  it('is the owner’s alone, is CSV, and no spreadsheet takes a name for a formula', async () => {
    const path = join(directory, 'review.csv');
    await writeReviewList(path, [
      {
        agency: 'education',
        issuer: '',
        number: 'S1',
        kind: 'WHO',
        reason: 'why, then',
        person: { number: 'S1', given: '=1+1', family: 'O"Neil', birthDate: '2012-03-04' },
      },
    ]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').split('\n')).toEqual([
      'agency,number,reason,name,birth_date,child,known_name,known_birth_date',
      'education,S1,"why, then","\'=1+1 O""Neil",2012-03-04,,,',
      '',
    ]);
  });
});
