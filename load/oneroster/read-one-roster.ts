import { readDay, readInstant } from '../dates.ts';
import { pickValues, rowItem } from '../csv/row-item.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import type { LoadInput } from '../format.ts';
import type { OnBytes, SourceItem } from '../source-item.ts';
import { oneRosterMappings, type RosterFile } from './mappings.ts';
import { isStudent, isTakenBack, type Roster } from './roster.ts';
import { readRoster } from './roster-files.ts';
import type { RosterSource } from './source-record.ts';

type Fate = SourceItem<RosterSource>['fate'];

/** A roster as source records, file by file. What names no student is not mapped: staff and guardians are not kept. */
export async function* readOneRoster(
  input: LoadInput,
  roster: Roster,
  onBytes?: OnBytes,
): AsyncGenerator<SourceItem<RosterSource>> {
  for await (const { of, row } of readRoster(input, onBytes)) {
    if (!isMapped(of)) {
      yield rowItem<RosterSource>(of, row, undefined, 'unmapped');
      continue;
    }
    const item = rowItem(of, row, oneRosterMappings[of], fateOf[of](row, roster));
    const asOf = readInstant(row.values.get('dateLastModified'));
    yield asOf === undefined ? item : { ...item, asOf };
  }
}

function isMapped(of: string): of is RosterFile {
  return Object.hasOwn(oneRosterMappings, of);
}

const fateOf: Readonly<Record<RosterFile, (row: CsvRow, roster: Roster) => Fate>> = {
  manifest: () => 'unmapped',
  orgs(row) {
    const { sourceId, name, type, status } = pickValues(row, oneRosterMappings.orgs.fields);
    if (type?.toLowerCase() !== 'school') return 'unmapped';
    if (sourceId === undefined || name === undefined) return { skipped: 'has no sourcedId or name' };
    if (isTakenBack(status)) return { skipped: 'deleted by its source; a school stays for the records that name it' };
    return { record: { of: 'schools', sourceId, said: { name, board: null, phone: null } } };
  },
  users(row, roster) {
    const { number, schools, school } = pickValues(row, oneRosterMappings.users.fields);
    if (number === undefined) return { skipped: 'has no sourcedId' };
    if (roster.takenBack.has(number)) return { record: { of: 'leavers', student: number } };
    if (!roster.students.has(number)) return 'unmapped';
    const own = [...(schools?.split(',') ?? []), school].flatMap((each) => each?.trim() || []);
    return { record: { of: 'students', student: number, schools: [...new Set(own)] } };
  },
  demographics(row, roster) {
    const { number } = pickValues(row, oneRosterMappings.demographics.fields);
    if (number === undefined) return { skipped: 'has no sourcedId' };
    return roster.students.has(number) ? { record: { of: 'parts', student: number } } : 'unmapped';
  },
  roles(row) {
    const { sourceId, number, role, school, status, ...read } = pickValues(row, oneRosterMappings.roles.fields);
    if (!isStudent(role)) return 'unmapped';
    if (sourceId === undefined || number === undefined || school === undefined)
      return { skipped: 'has no sourcedId, user or school' };
    const [entryOn, exitOn] = [readDay(read.entryOn) ?? null, readDay(read.exitOn) ?? null];
    if (entryOn !== null && exitOn !== null && exitOn < entryOn) return { skipped: 'ends before it starts' };
    return {
      record: { of: 'roles', sourceId, student: number, school, isTakenBack: isTakenBack(status), entryOn, exitOn },
    };
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
