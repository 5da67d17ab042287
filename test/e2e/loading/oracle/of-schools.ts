import { csv } from '../fixtures.ts';
import { allBetween, between, someDay, times, type ExportKind } from './export-kind.ts';

/** Students with attendance and enrolments, in three interchanges. */
export const edFiExport: ExportKind = {
  agency: 'education',
  make(chance) {
    const version = chance.pick(['4.0.0', '5.0.0', '5.2.0', '6.0.0', '6.1.0']);
    const wrap = (name: string, inside: string[]): string =>
      `<?xml version="1.0"?>\n<Interchange${name} xmlns="http://ed-fi.org/${version}">\n${inside.join('\n')}\n</Interchange${name}>`;
    const student = (at: number): string =>
      `<StudentReference><StudentIdentity><StudentUniqueId>${900 + at}</StudentUniqueId></StudentIdentity></StudentReference>`;
    const school = (at: number): string =>
      `<SchoolReference><SchoolIdentity><SchoolId>${at}</SchoolId></SchoolIdentity></SchoolReference>`;
    const events = times(
      20,
      () =>
        `<StudentSchoolAttendanceEvent>${student(chance.below(6))}${school(1)}<SessionReference><SessionIdentity><SessionName>Fall</SessionName></SessionIdentity></SessionReference><AttendanceEvent><EventDate>${someDay(chance, 2021, 1)}</EventDate><AttendanceEventCategory>uri://ed-fi.org/AttendanceEventCategoryDescriptor#${chance.pick(['Tardy', 'Excused Absence', 'Elsewhere'])}</AttendanceEventCategory></AttendanceEvent></StudentSchoolAttendanceEvent>`,
    );
    return [
      {
        name: 'Student.xml',
        text: wrap(
          'Student',
          times(
            6,
            (at) =>
              `<Student><StudentUniqueId>${900 + at}</StudentUniqueId><Name><FirstName>Gi${'abcdef'[at] ?? ''}</FirstName><LastSurname>Fam${'klmnop'[at] ?? ''}e &amp; Co</LastSurname></Name></Student>`,
          ),
        ),
      },
      {
        name: 'Schools.xml',
        text: wrap(
          'EducationOrganization',
          times(
            2,
            (at) =>
              `<School><SchoolId>${at + 1}</SchoolId><NameOfInstitution>School ${at + 1}</NameOfInstitution></School>`,
          ),
        ),
      },
      { name: 'Attendance.xml', text: wrap('StudentAttendance', [...events, ...chance.some(events, 1, 3)]) },
    ];
  },
  said: (files) => {
    const kinds: Readonly<Record<string, string>> = { Tardy: 'LATE', 'Excused Absence': 'EXCUSED_ABSENCE' };
    const events = files.flatMap(({ text }) => allBetween(text, 'StudentSchoolAttendanceEvent'));
    return [
      ...new Set(
        events.map(
          (event) =>
            `${between(event, 'StudentUniqueId')} ${between(event, 'EventDate')} ${kinds[between(event, 'AttendanceEventCategory').split('#')[1] ?? ''] ?? 'OTHER'}`,
        ),
      ),
    ].sort();
  },
  kept: `select distinct r.about || ' ' || e."on"::text || ' ' || e.kind as said from attendance_events e join load_rows r on r.tab = 'attendance_events' and r.id = e.id order by 1`,
};

/** A roster: who is where, some of them gone. */
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
      chance.some(['s1', 's2', 's3'], 1, 2).join(','),
      chance.pick(['01', '12', 'KG', '']),
    ]);
    return [
      { name: 'manifest.csv', text: csv(['propertyName', 'value'], ['oneroster.version', '1.1']) },
      {
        name: 'orgs.csv',
        text: csv(['sourcedId', 'name', 'type'], ...times(3, (at) => [`s${at + 1}`, `School, ${at + 1}`, 'school'])),
      },
      {
        name: 'users.csv',
        text: csv(['sourcedId', 'status', 'role', 'givenName', 'familyName', 'orgSourcedIds', 'grades'], ...students, [
          't1',
          'active',
          'teacher',
          'Tea',
          'Cher',
          's1',
          '',
        ]).replaceAll('\n', chance.pick(['\n', '\r\n'])),
      },
    ];
  },
  said: (files) => {
    const lines = (files.find(({ name }) => name === 'users.csv')?.text ?? '').split(/\r?\n/).slice(1);
    return lines
      .flatMap((line) => {
        const [, id = '', status = '', role = '', orgs = ''] =
          /^([^,]*),([^,]*),([^,]*),[^,]*,[^,]*,("[^"]*"|[^,]*),/.exec(line) ?? [];
        return role === 'student' && status === 'active'
          ? orgs
              .replaceAll('"', '')
              .split(',')
              .map((org) => `${id} ${org}`)
          : [];
      })
      .sort();
  },
  kept: `select split_part(source_id, '/', 2) || ' ' || split_part(source_id, '/', 3) as said from enrolments order by 1`,
};
