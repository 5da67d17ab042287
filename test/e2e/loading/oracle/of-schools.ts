import { csv } from '../fixtures.ts';
import type { Random } from '../../../property/random.ts';
import { line } from './every-value.ts';
import { allBetween, between, someDay, times, type ExportKind } from './export-kind.ts';

const attendance: Readonly<Record<string, string>> = { Tardy: 'LATE', 'Excused Absence': 'EXCUSED_ABSENCE' };
const grades: Readonly<Record<string, string>> = { Kindergarten: 'SK', 'First grade': '1', 'Twelfth grade': '12' };

const tag = (name: string, text: string): string => (text === '' ? '' : `<${name}>${text}</${name}>`);
const descriptor = (name: string, code: string): string => `uri://ed-fi.org/${name}Descriptor#${code}`;
const codeAt = (element: string, name: string): string => between(element, name).split('#')[1] ?? '';
const student = (at: number): string =>
  `<StudentReference><StudentIdentity>${tag('StudentUniqueId', String(900 + at))}</StudentIdentity></StudentReference>`;
const school = (at: number): string =>
  `<SchoolReference><SchoolIdentity>${tag('SchoolId', String(at))}</SchoolIdentity></SchoolReference>`;
/** A day within a year after another, or none. */
const later = (chance: Random, day: string): string =>
  chance.chance(0.5) ? new Date(Date.parse(day) + chance.below(300) * 86_400_000).toISOString().slice(0, 10) : '';

function enrolment(chance: Random, at: number): string {
  const from = someDay(chance, 2019, 1);
  const grade = chance.pick([...Object.keys(grades), 'Postsecondary', '']);
  return `<StudentSchoolAssociation>${student(at)}${school(chance.pick([1, 2, 77]))}${tag('EntryDate', from)}${tag('EntryGradeLevel', grade && descriptor('GradeLevel', grade))}${tag('ExitWithdrawDate', later(chance, from))}</StudentSchoolAssociation>`;
}

function event(chance: Random): string {
  const day = someDay(chance, 2021, 1);
  const category = descriptor('AttendanceEventCategory', chance.pick([...Object.keys(attendance), 'Elsewhere']));
  // What is kept of an event follows from what identifies it: a repeat says the same.
  const reason = Number(day.at(-1)) % 2 === 0 ? 'Ill &amp; tired' : '';
  return `<StudentSchoolAttendanceEvent>${student(chance.below(6))}${school(1)}<SessionReference><SessionIdentity>${tag('SessionName', 'Fall')}</SessionIdentity></SessionReference><AttendanceEvent>${tag('EventDate', day)}${tag('AttendanceEventCategory', category)}${tag('AttendanceEventReason', reason)}</AttendanceEvent></StudentSchoolAttendanceEvent>`;
}

function programme(chance: Random, at: number): string {
  const from = someDay(chance, 2020, 1);
  const own = chance.chance(0.5) ? from : '';
  return `<StudentSpecialEducationProgramAssociation>${student(at)}<ProgramReference><ProgramIdentity>${tag('ProgramName', `Reading ${at}`)}</ProgramIdentity></ProgramReference>${tag('BeginDate', from)}${tag('IEPBeginDate', own)}${tag('SpecialEducationSetting', descriptor('SpecialEducationSetting', chance.pick(['Inside class', 'Separate school'])))}${tag('EndDate', later(chance, from))}</StudentSpecialEducationProgramAssociation>`;
}

const plain = (text: string): string | null => text.replaceAll('&amp;', '&') || null;

/** Students with enrolments, attendance and programmes, in five interchanges. */
export const edFiExport: ExportKind = {
  agency: 'education',
  make(chance) {
    const version = chance.pick(['4.0.0', '5.0.0', '5.2.0', '6.0.0', '6.1.0']);
    const wrap = (name: string, inside: readonly string[]): string =>
      `<?xml version="1.0"?>\n<Interchange${name} xmlns="http://ed-fi.org/${version}">\n${inside.join('\n')}\n</Interchange${name}>`;
    const events = times(20, () => event(chance));
    const students = times(
      6,
      (at) =>
        `<Student><StudentUniqueId>${900 + at}</StudentUniqueId><Name><FirstName>Gi${'abcdef'[at] ?? ''}</FirstName><LastSurname>Fam${'klmnop'[at] ?? ''}e &amp; Co</LastSurname></Name></Student>`,
    );
    const schools = times(
      2,
      (at) =>
        `<School>${tag('SchoolId', String(at + 1))}${tag('NameOfInstitution', `School ${at + 1} &amp; Co`)}${at === 0 ? `<InstitutionTelephone>${tag('TelephoneNumber', '705-555-0100')}</InstitutionTelephone>` : ''}</School>`,
    );
    return [
      { name: 'Student.xml', text: wrap('Student', students) },
      { name: 'Schools.xml', text: wrap('EducationOrganization', schools) },
      {
        name: 'Enrolment.xml',
        text: wrap(
          'StudentEnrollment',
          times(4, (at) => enrolment(chance, at)),
        ),
      },
      {
        name: 'Programmes.xml',
        text: wrap(
          'StudentProgram',
          times(3, (at) => programme(chance, at)),
        ),
      },
      { name: 'Attendance.xml', text: wrap('StudentAttendance', [...events, ...chance.some(events, 1, 3)]) },
    ];
  },
  said: (files) => {
    const all = (name: string): string[] => files.flatMap(({ text }) => allBetween(text, name));
    const whose = (element: string): string => between(element, 'StudentUniqueId');
    const known = new Set(all('School').map((each) => between(each, 'SchoolId')));
    const enrolments = all('StudentSchoolAssociation');
    const enrolled = new Set(enrolments.map(whose));
    const said = [
      ...all('School').map((each) =>
        line('schools', '-', {
          name: plain(between(each, 'NameOfInstitution')),
          phone: plain(between(each, 'TelephoneNumber')),
        }),
      ),
      ...enrolments.map((each) => {
        const at = between(each, 'SchoolId');
        const [entry_on, exit_on] = [between(each, 'EntryDate'), plain(between(each, 'ExitWithdrawDate'))];
        return line('enrolments', whose(each), {
          ...{ school: known.has(at) ? at : null, grade: grades[codeAt(each, 'EntryGradeLevel')] },
          ...{ entry_on, exit_on },
        });
      }),
      ...all('Student')
        .map(whose)
        .flatMap((each) => (each === '' || enrolled.has(each) ? [] : line('enrolments', each, {}))),
      ...all('StudentSchoolAttendanceEvent').map((each) =>
        line('attendance_events', whose(each), {
          on: between(each, 'EventDate'),
          kind: attendance[codeAt(each, 'AttendanceEventCategory')] ?? 'OTHER',
          reason: plain(between(each, 'AttendanceEventReason')),
        }),
      ),
      ...all('StudentSpecialEducationProgramAssociation').map((each) =>
        line('accommodations', whose(each), {
          programme: between(each, 'ProgramName'),
          description: codeAt(each, 'SpecialEducationSetting'),
          from: between(each, 'IEPBeginDate') || between(each, 'BeginDate'),
          to: plain(between(each, 'EndDate')),
        }),
      ),
    ];
    return [...new Set(said)].sort();
  },
  kept: ['schools', 'enrolments', 'attendance_events', 'accommodations'],
};

const rosterGrades: Readonly<Record<string, string>> = { '01': '1', '12': '12', KG: 'SK', PK: 'JK' };

/** A roster: who is where, in which grade and until when, some of them gone. */
export const rosterExport: ExportKind = {
  agency: 'education',
  isSet: true,
  make(chance) {
    const students = times(8, (at) => [
      `u${at}`,
      chance.chance(0.2) ? 'tobedeleted' : 'active',
      'student',
      `Gi${'abcdefgh'[at] ?? ''}`,
      `Fam${'klmnopqr'[at] ?? ''}e`,
      chance.some(['s1', 's2', 's3', 's9'], 1, 2).join(','),
      chance.pick([...Object.keys(rosterGrades), 'IT', '']),
    ]);
    const teacher = ['t1', 'active', 'teacher', 'Tea', 'Cher', 's1', ''];
    const classes = times(12, () => [
      `u${chance.below(8)}`,
      chance.chance(0.1) ? 'tobedeleted' : 'active',
      'student',
      chance.pick(['s1', 's2', 's3']),
      chance.chance(0.6) ? someDay(chance, 2021, 1) : '',
    ]);
    return [
      { name: 'manifest.csv', text: csv(['propertyName', 'value'], ['oneroster.version', '1.1']) },
      {
        name: 'orgs.csv',
        text: csv(['sourcedId', 'name', 'type'], ...times(3, (at) => [`s${at + 1}`, `School, ${at + 1}`, 'school'])),
      },
      {
        name: 'enrollments.csv',
        text: csv(
          ['sourcedId', 'userSourcedId', 'status', 'role', 'schoolSourcedId', 'endDate'],
          ...classes.map((each, at) => [`e${at}`, ...each]),
        ),
      },
      {
        name: 'users.csv',
        text: csv(
          ['sourcedId', 'status', 'role', 'givenName', 'familyName', 'orgSourcedIds', 'grades'],
          ...students,
          teacher,
        ).replaceAll('\n', chance.pick(['\n', '\r\n'])),
      },
    ];
  },
  said: (files) => {
    const rows = (name: string): string[][] =>
      (files.find((each) => each.name === name)?.text ?? '')
        .split(/\r?\n/)
        .slice(1)
        .filter((each) => each !== '')
        .map((each) => [...each.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', '')));
    const known = new Set(rows('orgs.csv').map(([id]) => id));
    /** The last day of a student's classes at a school; none while one has no end. */
    const until = (who: string, where: string): string | null => {
      const ends = rows('enrollments.csv').flatMap(([, user, status, , at, end = '']) =>
        user === who && at === where && status === 'active' ? [end] : [],
      );
      return ends.includes('') ? null : (ends.sort().at(-1) ?? null);
    };
    return [
      ...rows('orgs.csv').map(([, name]) => line('schools', '-', { name })),
      ...rows('users.csv').flatMap(([id = '', status, role, , , schools = '', grade = '']) =>
        role === 'student' && status === 'active'
          ? schools.split(',').map((at) =>
              line('enrolments', id, {
                ...{ school: known.has(at) ? at : null, grade: rosterGrades[grade], exit_on: until(id, at) },
              }),
            )
          : [],
      ),
    ].sort();
  },
  kept: ['schools', 'enrolments'],
};
