import type { Queryable } from '@trellis/platform';
import { saveRecords, type EducationRecords } from '@trellis/subgraph-education';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { edFiSource, mapEdFi, participantKey, schoolId, unknownEnrolmentPrefix } from './map-ed-fi.ts';
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
  async scan(path, agency, onBytes) {
    const persons: SourcePerson[] = [];
    const numbers = new Set<string>();
    const incidents = new Set<string>();
    const participants = new Set<string>();
    const actions = new Map<string, string[]>();
    const schools = new Set<string>();
    for await (const { fate } of readEdFi(path, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate) continue;
      const { record } = fate;
      if (record.of === 'students') {
        persons.push(record.person);
        numbers.add(record.person.number);
      } else if (record.of === 'disciplineIncidents') {
        incidents.add(record.incident);
      } else if (record.of !== 'schools') {
        numbers.add(record.student);
        if (record.of === 'disciplineParticipants') participants.add(participantKey(record));
        if (record.of === 'enrolments') schools.add(record.school);
        if (record.of === 'disciplineActions') {
          const key = participantKey(record);
          actions.set(key, [...(actions.get(key) ?? []), record.action]);
        }
      }
    }
    const interchange = { incidents, participants, actions, schools: await knownSchools(agency, schools) };
    return {
      persons,
      numbers,
      work: new Map(persons.map(({ number }) => [number, { kind: 'enrolment' }])),
      read: (findChild, onBytesAgain) =>
        mapItems(readEdFi(path, onBytesAgain), (record) => mapEdFi(record, interchange, findChild)),
    };
  },
  save,
};

/** Where an enrolment is known, the one of which nothing is known goes. */
async function save(tx: Queryable, records: EducationRecords): Promise<void> {
  await saveRecords(tx, records);
  const children = [...new Set((records.enrolments ?? []).map(({ child }) => child))];
  if (children.length === 0) return;
  await tx.query(
    `delete from enrolments unknown where child = any($1) and source = $2 and starts_with(source_id, $3)
       and exists (select from enrolments known where known.child = unknown.child and known.id <> unknown.id)`,
    [children, edFiSource, unknownEnrolmentPrefix],
  );
}

/** Which of these schools an earlier file brought. */
async function knownSchools(agency: Queryable, schools: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  if (schools.size === 0) return schools;
  const byId = new Map([...schools].map((school) => [schoolId(school), school]));
  const { rows } = await agency.query<{ id: string }>('select id from schools where id = any($1)', [[...byId.keys()]]);
  return new Set(rows.flatMap(({ id }) => byId.get(id) ?? []));
}
