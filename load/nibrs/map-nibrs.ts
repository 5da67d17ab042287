import { recordId } from '@trellis/subgraph-kit';
import type { PoliceRecords } from '@trellis/subgraph-police';
import type { FindChild } from '../format.ts';
import type { NibrsSource } from './source-record.ts';

export const nibrsSource = 'nibrs-2019';

/** Police's records of a report, and the incidents that go first: withdrawn, or about to be said anew. */
export interface NibrsRecords extends PoliceRecords {
  readonly withdrawn?: readonly string[];
}

/** A report as police's records. A person nobody has linked stays without a child: stored, counted, and never answered. */
export function mapNibrs(record: NibrsSource, findChild: FindChild): NibrsRecords {
  const incident = identified('incidents', record.sourceId);
  if (record.of === 'withdrawals') return { withdrawn: [incident.id] };
  return {
    ...(record.replaces ? { withdrawn: [incident.id] } : {}),
    incidents: [{ ...incident, ...record.said }],
    incidentPersons: record.persons.map((person) => {
      const found = findChild(person.number);
      return {
        ...identified('incidentPersons', person.sourceId),
        child: 'child' in found ? found.child : null,
        incident: incident.id,
        ...person.said,
      };
    }),
  };
}

function identified(table: string, sourceId: string) {
  return { id: recordId('police', table, nibrsSource, sourceId), source: nibrsSource, sourceId };
}
