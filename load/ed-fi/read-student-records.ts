import { readBirthday, readDate } from '../dates.ts';
import { pick, type XmlElement } from '../xml/xml-element.ts';
import { saidEnd, unreadableEnd } from '../said-end.ts';
import { codeOf } from './descriptor.ts';
import { edFiMappings } from './mappings.ts';
import type { EdFiSource } from './source-record.ts';

type Read = EdFiSource | { readonly skipped: string };

const noStudent = { skipped: 'names no student' };

export function readStudent(element: XmlElement): Read {
  const { number, given, family, birthDate, sex } = pick(element, edFiMappings.Student.fields);
  if (number === undefined) return { skipped: 'has no StudentUniqueId' };
  const born = readBirthday(birthDate);
  const known = codeOf(sex)?.toLowerCase();
  return {
    of: 'students',
    person: {
      number,
      ...(given === undefined ? {} : { given }),
      ...(family === undefined ? {} : { family }),
      ...(born === undefined ? {} : { birthDate: born }),
      ...(known === 'female' || known === 'male' ? { sex: known } : {}),
    },
  };
}

export function readSchool(element: XmlElement): Read {
  const { sourceId, name, phone } = pick(element, edFiMappings.School.fields);
  if (sourceId === undefined || name === undefined) return { skipped: 'has no SchoolId or name' };
  return { of: 'schools', sourceId, said: { name, board: null, phone: phone ?? null } };
}

const grades: Readonly<Record<string, string>> = Object.fromEntries([
  ['Preschool/Prekindergarten', 'JK'],
  ['Kindergarten', 'SK'],
  ...[
    'First',
    'Second',
    'Third',
    'Fourth',
    'Fifth',
    'Sixth',
    'Seventh',
    'Eighth',
    'Ninth',
    'Tenth',
    'Eleventh',
    'Twelfth',
  ].map((word, index) => [`${word} grade`, String(index + 1)]),
]);

export function readEnrolment(element: XmlElement): Read {
  const { child, school, grade, entryOn, exitOn } = pick(element, edFiMappings.StudentSchoolAssociation.fields);
  if (child === undefined) return noStudent;
  const entered = readDate(entryOn);
  const left = saidEnd(exitOn, readDate);
  if (school === undefined || entered === undefined) return { skipped: 'has no school or entry date' };
  if (left !== null && left !== unreadableEnd && left < entered) return { skipped: 'ends before it starts' };
  return {
    of: 'enrolments',
    sourceId: `${child}/${school}/${entered}`,
    student: child,
    school,
    said: { grade: grades[codeOf(grade) ?? ''] ?? null, entryOn: entered, exitOn: left, daysInSession: null },
  };
}

const attendanceKinds = {
  'Excused Absence': 'EXCUSED_ABSENCE',
  'Unexcused Absence': 'UNEXCUSED_ABSENCE',
  Tardy: 'LATE',
  'Early departure': 'EARLY_DEPARTURE',
} as const;

export function readAttendance(element: XmlElement): Read {
  const { section, session, school, ...read } = {
    section: undefined,
    session: undefined,
    school: undefined,
    ...(element.name === 'StudentSectionAttendanceEvent'
      ? pick(element, edFiMappings.StudentSectionAttendanceEvent.fields)
      : pick(element, edFiMappings.StudentSchoolAttendanceEvent.fields)),
  };
  if (read.child === undefined) return noStudent;
  const on = readDate(read.on);
  if (on === undefined) return { skipped: 'has no date' };
  const code = codeOf(read.kind) ?? '';
  return {
    of: 'attendanceEvents',
    sourceId: [
      element.name,
      read.child,
      ...(section === undefined ? [] : [section]),
      `${school ?? ''}/${session ?? ''}`,
      on,
      code,
    ].join('/'),
    student: read.child,
    said: {
      on,
      kind: Object.hasOwn(attendanceKinds, code) ? attendanceKinds[code as keyof typeof attendanceKinds] : 'OTHER',
      reason: read.reason ?? null,
    },
  };
}

export function readAccommodation(element: XmlElement): Read {
  const read = {
    from: undefined,
    exited: undefined,
    description: undefined,
    ...(element.name === 'StudentSection504ProgramAssociation'
      ? pick(element, edFiMappings.StudentSection504ProgramAssociation.fields)
      : pick(element, edFiMappings.StudentSpecialEducationProgramAssociation.fields)),
  };
  if (read.child === undefined) return noStudent;
  const from = readDate(read.from) ?? readDate(read.began);
  const said = readDate(read.exited) ?? readDate(read.to);
  const to = said ?? saidEnd(read.exited ?? read.to, readDate);
  if (from !== undefined && said !== undefined && said < from) return { skipped: 'ends before it starts' };
  return {
    of: 'accommodations',
    sourceId: [element.name, read.child, read.programme ?? '', read.began ?? ''].join('/'),
    student: read.child,
    said: {
      programme: read.programme ?? null,
      description: codeOf(read.description) ?? null,
      from: from ?? null,
      to,
    },
  };
}
