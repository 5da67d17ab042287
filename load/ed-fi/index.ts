import type { EducationRecords } from '@trellis/subgraph-education';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { edFiSource, identifiedBy, mapEdFi, participantKey } from './map-ed-fi.ts';
import { knownIds, settleEnrolments } from './known-ids.ts';
import { edFiMappings } from './mappings.ts';
import { readEdFi } from './read-ed-fi.ts';

/** Ed-Fi 5 interchanges, into education. */
export const edFi: Format<EducationRecords> = {
  agency: 'education',
  title: 'Ed-Fi 5.2',
  source: edFiSource,
  evidence: 'a student in an Ed-Fi interchange',
  mappings: edFiMappings,
  fileNamesArePersonal: false,
  tables: [
    'schools',
    'enrolments',
    'attendanceEvents',
    'accommodations',
    'disciplineIncidents',
    'disciplineParticipants',
  ],
  hangs: { disciplineParticipants: { by: 'incident', from: 'disciplineIncidents' } },
  stays: ['schools'],
  ends: { enrolments: (row, day) => ({ ...row, exit_on: row['exit_on'] ?? day }) },
  work: `select child, 'enrolment' as kind from enrolments
    where child = any($1) and (exit_on is null or exit_on > $2::date) and starts_with(source, $3) group by child`,
  after: settleEnrolments,
  async scan(path, _agency, onBytes) {
    const persons: SourcePerson[] = [];
    const numbers = new Set<string>();
    const incidents = new Set<string>();
    const participants = new Set<string>();
    const actions = new Map<string, string[]>();
    const schools = new Set<string>();
    const own = new Set<string>();
    const named = new Set<string>();
    for await (const { fate } of readEdFi(path, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate) continue;
      const { record } = fate;
      if (record.of === 'students') {
        persons.push(record.person);
        numbers.add(record.person.number);
      } else if (record.of === 'disciplineIncidents') {
        incidents.add(record.incident);
      } else if (record.of === 'schools') own.add(record.sourceId);
      else {
        numbers.add(record.student);
        if (record.of === 'disciplineParticipants' || record.of === 'disciplineActions') named.add(record.incident);
        if (record.of === 'disciplineParticipants') participants.add(participantKey(record));
        if (record.of === 'enrolments') schools.add(record.school);
        if (record.of === 'disciplineActions') {
          const key = participantKey(record);
          actions.set(key, [...(actions.get(key) ?? []), record.action]);
        }
      }
    }
    return {
      persons,
      numbers,
      async *read(context, onBytesAgain) {
        const { agency, source, findChild } = context;
        const known = (table: string, among: ReadonlySet<string>) => knownIds(agency, table, source, among);
        const interchange = {
          incidents: new Set([...incidents, ...(await known('discipline_incidents', named))]),
          participants,
          actions,
          schools: new Set([...own, ...(await known('schools', schools))]),
          identified: identifiedBy(context),
        };
        yield* mapItems(
          readEdFi(path, onBytesAgain),
          (record) => mapEdFi(record, interchange, findChild),
          (record) =>
            record.of === 'students' ? record.person.number : 'student' in record ? record.student : undefined,
        );
      },
    };
  },
};
