import type { EducationRecords } from '@trellis/subgraph-education';
import type { Queryable } from '@trellis/platform';
import { educationTables } from '../agencies/education.ts';
import type { Format } from '../format.ts';
import { LoadRefused } from '../load-refused.ts';
import { mapItems } from '../map-items.ts';
import { mapOneRoster, oneRosterSource, type Earlier } from './map-one-roster.ts';
import { oneRosterMappings } from './mappings.ts';
import { readOneRoster } from './read-one-roster.ts';
import { Roster } from './roster.ts';
import { rosterFileOf } from './roster-files.ts';

/** OneRoster 1.1 and 1.2, CSV, into education: the files of a folder or archive together. */
export const oneRoster: Format<EducationRecords> = {
  ...educationTables,
  title: 'OneRoster, CSV',
  source: oneRosterSource,
  mappings: oneRosterMappings,
  fileNamesArePersonal: false,
  isSet: true,
  recognises: (name) => rosterFileOf(name) !== undefined,
  async scan(input, _agency, onBytes) {
    const roster = await Roster.read(input, onBytes);
    const persons = [...roster.students.values()].map(({ person }) => person);
    if (!input.some(({ name }) => rosterFileOf(name) === 'users'))
      throw new LoadRefused('a roster without users.csv: say who its students are');
    return {
      persons,
      issuer: roster.issuer,
      isDelta: roster.isDelta,
      numbers: new Set([...roster.students.keys(), ...roster.takenBack]),
      async *read(context, onBytesAgain) {
        const earlier = await earlierOf(context.agency, context.source, [
          ...roster.students.keys(),
          ...roster.takenBack,
        ]);
        yield* mapItems(
          readOneRoster(input, roster, onBytesAgain),
          (record) => mapOneRoster(record, roster, earlier, context),
          (record) => ('student' in record ? record.student : undefined),
        );
      },
    };
  },
};

const perStatement = 5_000;

async function earlierOf(agency: Queryable, source: string, students: readonly string[]): Promise<Earlier> {
  const schools = await agency.query<{ id: string }>('select source_id as id from schools where source = $1', [source]);
  const enrolments = new Map<string, { id: string; isRole: boolean }[]>();
  for (let start = 0; start < students.length; start += perStatement) {
    const { rows } = await agency.query<{ id: string; student: string; isRole: boolean }>(
      `select e.id, r.about as student, starts_with(e.source_id, 'role/') as "isRole" from load_rows r join enrolments e on e.id = r.id
       where r.tab = 'enrolments' and r.source = $1 and r.about = any($2)`,
      [source, students.slice(start, start + perStatement)],
    );
    for (const { student, ...one } of rows) enrolments.set(student, [...(enrolments.get(student) ?? []), one]);
  }
  return { schools: new Set(schools.rows.map(({ id }) => id)), enrolments };
}
