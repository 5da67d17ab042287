import { readDay, readInstant } from '../dates.ts';
import { pickValues, rowItem } from '../csv/row-item.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import type { LoadInput } from '../format.ts';
import type { OnBytes, SourceItem } from '../source-item.ts';
import { saidEnd, unreadableEnd } from '../said-end.ts';
import type { Earlier } from './map-one-roster.ts';
import { oneRosterMappings, type RosterFile } from './mappings.ts';
import { isStudent, isTakenBack, type Roster } from './roster.ts';
import { readRoster } from './roster-files.ts';
import type { RosterSource } from './source-record.ts';

type Fate = SourceItem<RosterSource>['fate'];

/** A roster as source records, file by file. What names no student is not mapped: staff and guardians are not kept. */
export async function* readOneRoster(
  input: LoadInput,
  roster: Roster,
  earlier: Pick<Earlier, 'enrolments'>,
  onBytes?: OnBytes,
): AsyncGenerator<SourceItem<RosterSource>> {
  for await (const { of, row } of readRoster(input, onBytes)) {
    if (!isMapped(of)) {
      yield rowItem<RosterSource>(of, row, undefined, 'unmapped');
      continue;
    }
    const fate = fateOf[of](row, roster, earlier);
    const asOf =
      typeof fate === 'object' && 'record' in fate && 'asOf' in fate.record ? fate.record.asOf : lastModified(row);
    yield { ...rowItem(of, row, oneRosterMappings[of], fate), ...(asOf === undefined ? {} : { asOf }) };
  }
}

function lastModified(row: CsvRow): string | undefined {
  return readInstant(row.values.get('dateLastModified'));
}

const noStudent = 'is no student any longer: taken back';
const deleted = 'deleted by its source: taken back';

function isMapped(of: string): of is RosterFile {
  return Object.hasOwn(oneRosterMappings, of);
}

const fateOf: Readonly<
  Record<RosterFile, (row: CsvRow, roster: Roster, earlier: Pick<Earlier, 'enrolments'>) => Fate>
> = {
  manifest: () => 'unmapped',
  orgs(row) {
    const { sourceId, name, type, status } = pickValues(row, oneRosterMappings.orgs.fields);
    if (type?.toLowerCase() !== 'school') return 'unmapped';
    if (sourceId === undefined || name === undefined) return { skipped: 'has no sourcedId or name' };
    if (isTakenBack(status)) return { skipped: 'deleted by its source; a school stays for the records that name it' };
    return { record: { of: 'schools', sourceId, said: { name, board: null, phone: null } } };
  },
  users(row, roster, earlier) {
    const { number, schools, school } = pickValues(row, oneRosterMappings.users.fields);
    if (number === undefined) return { skipped: 'has no sourcedId' };
    if (roster.takenBack.has(number)) return { record: { of: 'leavers', student: number, why: deleted } };
    if (!roster.students.has(number))
      return earlier.enrolments.has(number)
        ? { record: { of: 'leavers', student: number, why: noStudent } }
        : 'unmapped';
    const own = [...(schools?.split(',') ?? []), school].flatMap((each) => each?.trim() || []);
    const asOf = roster.changedAt(number, lastModified(row));
    return { record: { of: 'students', student: number, schools: [...new Set(own)], asOf } };
  },
  demographics(row, roster) {
    const { number } = pickValues(row, oneRosterMappings.demographics.fields);
    if (number === undefined) return { skipped: 'has no sourcedId' };
    return roster.students.has(number) ? { record: { of: 'parts', student: number } } : 'unmapped';
  },
  roles(row, roster, earlier) {
    const { sourceId, number, role, school, status, ...read } = pickValues(row, oneRosterMappings.roles.fields);
    const before = earlier.enrolments.get(number ?? '')?.some((one) => one.role === sourceId) === true;
    if (!isStudent(role) && !before) return 'unmapped';
    if (sourceId === undefined || number === undefined || school === undefined)
      return { skipped: 'has no sourcedId, user or school' };
    const [entryOn, exitOn] = [readDay(read.entryOn) ?? null, saidEnd(read.exitOn, readDay)];
    if (entryOn !== null && exitOn !== null && exitOn !== unreadableEnd && exitOn < entryOn)
      return { skipped: 'ends before it starts' };
    const gone = isTakenBack(status) ? deleted : isStudent(role) ? undefined : noStudent;
    const asOf = roster.changedAt(number, lastModified(row));
    return { record: { of: 'roles', sourceId, student: number, school, gone, asOf, entryOn, exitOn } };
  },
  enrollments(row, roster) {
    const { number, role } = pickValues(row, oneRosterMappings.enrollments.fields);
    if (!isStudent(role)) return 'unmapped';
    if (number === undefined) return { skipped: 'names no student' };
    return roster.students.has(number)
      ? { record: { of: 'parts', student: number } }
      : { skipped: 'its student is not in this roster' };
  },
};
