import type { EducationRecords } from '@trellis/subgraph-education';
import type { Queryable } from '@trellis/platform';
import { educationTables } from '../agencies/education.ts';
import type { Format } from '../format.ts';
import { LoadRefused } from '../load-refused.ts';
import { mapItems } from '../map-items.ts';
import { leaverId, mapOneRoster, oneRosterSource, type Earlier } from './map-one-roster.ts';
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
    if (!input.some(({ name }) => rosterFileOf(name) === 'users'))
      throw new LoadRefused('a roster without users.csv: say who its students are');
    return {
      persons: roster.persons,
      issuer: roster.issuer,
      isDelta: roster.isDelta,
      numbers: new Set([...roster.students.keys(), ...roster.takenBack]),
      async *read(context, onBytesAgain) {
        const { students, takenBack, others } = roster;
        const earlier = await earlierOf(context.agency, context.source, [...students.keys(), ...takenBack, ...others]);
        yield* mapItems(
          readOneRoster(input, roster, earlier, onBytesAgain),
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
  const enrolments = new Map<string, { id: string; role: string | null }[]>();
  const left = new Map<string, string>();
  for (let start = 0; start < students.length; start += perStatement) {
    const some = students.slice(start, start + perStatement);
    const { rows } = await agency.query<{ id: string; student: string; role: string | null }>(
      `select e.id, r.about as student,
         case when starts_with(e.source_id, 'role/') then substr(e.source_id, length('role/' || r.about || '/') + 1) end as role
       from load_rows r join enrolments e on e.id = r.id where r.tab = 'enrolments' and r.source = $1 and r.about = any($2)`,
      [source, some],
    );
    for (const { student, ...one } of rows) enrolments.set(student, [...(enrolments.get(student) ?? []), one]);
    const byId = new Map(some.map((student) => [leaverId(source, student), student]));
    const leavers = await agency.query<{ id: string; asOf: string }>(
      `select id, to_json(as_of)#>>'{}' as "asOf" from load_rows where tab = 'enrolments' and gone and id = any($1)`,
      [[...byId.keys()]],
    );
    for (const { id, asOf } of leavers.rows) left.set(byId.get(id) ?? '', asOf);
  }
  return { schools: new Set(schools.rows.map(({ id }) => id)), enrolments, left };
}
