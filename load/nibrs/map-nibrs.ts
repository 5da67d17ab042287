import { recordId } from '@trellis/subgraph-kit';
import type { PoliceRecords } from '@trellis/subgraph-police';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import type { NibrsSource } from './source-record.ts';

export const nibrsSource = 'nibrs-2019';

/**
 * A report as police's records. A person nobody has linked stays without a child: stored, counted, and never answered. The people of an
 * earlier report of the incident go first: one whom a new report leaves out must not stay linked.
 */
export function mapNibrs(
  record: NibrsSource,
  { findChild, source }: Pick<MappingContext, 'findChild' | 'source'>,
): Mapped<PoliceRecords> {
  const identified = (table: string, sourceId: string) => ({
    id: recordId('police', table, source, sourceId),
    source,
    sourceId,
  });
  const incident = identified('incidents', record.sourceId);
  const persons = { table: 'incidentPersons', by: 'incident', values: [incident.id] };
  if (record.of === 'withdrawals')
    return { records: {}, takesBack: [persons, { table: 'incidents', values: [incident.id] }] };
  const records = {
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
  const except = records.incidentPersons.map(({ id }) => id);
  return record.replaces ? { records, takesBack: [{ ...persons, except }] } : records;
}
