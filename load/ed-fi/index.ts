import { educationTables } from '../agencies/education.ts';
import type { EducationRecords } from '@trellis/subgraph-education';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { associationKey, edFiSource, identifiedBy, mapEdFi, participantKey } from './map-ed-fi.ts';
import { earlierParticipants } from './earlier-participants.ts';
import { knownIds, settleEnrolments } from './known-ids.ts';
import { edFiMappings } from './mappings.ts';
import { readEdFi } from './read-ed-fi.ts';
import type { DisciplineRole } from './source-record.ts';

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
    const parts = new Map<string, ReadonlySet<DisciplineRole>>();
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
        if (record.of === 'enrolments') schools.add(record.school);
        if (record.of === 'disciplineParticipants') {
          named.add(record.incident);
          participants.add(participantKey(record));
          const key = associationKey(record);
          parts.set(key, new Set([...(parts.get(key) ?? []), ...record.roles]));
        }
        if (record.of !== 'disciplineActions') continue;
        for (const incident of record.incidents) {
          named.add(incident);
          const key = participantKey({ student: record.student, incident });
          actions.set(key, [...(actions.get(key) ?? []), record.action]);
        }
      }
    }
    return {
      persons,
      numbers,
      isLast: actions.size > 0 && participants.size === 0,
      async *read(context, onBytesAgain) {
        const { agency, source, findChild, exportedOn } = context;
        const known = (table: string, among: ReadonlySet<string>) => knownIds(agency, table, source, among);
        const interchange = {
          incidents: new Set([...incidents, ...(await known('discipline_incidents', named))]),
          participants,
          parts,
          earlier: await earlierParticipants(agency, source, named),
          actions,
          schools: new Set([...own, ...(await known('schools', schools))]),
          identified: identifiedBy(context),
          exportedOn,
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
