import { educationTables } from '../agencies/education.ts';
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
  ...educationTables,
  title: 'Ed-Fi',
  source: edFiSource,
  mappings: edFiMappings,
  fileNamesArePersonal: false,
  recognises: (_name, head) => head.trimStart().startsWith('<'),
  after: settleEnrolments,
  async scan([file], _agency, onBytes) {
    const persons: SourcePerson[] = [];
    const numbers = new Set<string>();
    const incidents = new Set<string>();
    const participants = new Set<string>();
    const actions = new Map<string, string[]>();
    const schools = new Set<string>();
    const own = new Set<string>();
    const named = new Set<string>();
    for await (const { fate } of readEdFi(file, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate) continue;
      const { record } = fate;
      if (record.of === 'students') {
        persons.push(record.person);
        numbers.add(record.person.number);
      } else if (record.of === 'disciplineIncidents') {
        incidents.add(record.incident);
      } else if (record.of === 'schools') own.add(record.sourceId);
      else {
        if (record.student !== '') numbers.add(record.student);
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
          readEdFi(file, onBytesAgain),
          (record) => mapEdFi(record, interchange, findChild),
          (record) =>
            record.of === 'students'
              ? record.person.number
              : 'student' in record && record.student !== ''
                ? record.student
                : undefined,
        );
      },
    };
  },
};
