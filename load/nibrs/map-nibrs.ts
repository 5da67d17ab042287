import { recordId } from '@trellis/subgraph-kit';
import type { PoliceRecords } from '@trellis/subgraph-police';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import type { NibrsSource } from './source-record.ts';

export const nibrsSource = 'nibrs-2019';

/**
 * A report as police's records. A person nobody has linked stays without a child: stored, counted, and never answered. A report is all that
 * is said of its incident, whether it is called new or a replacement: people of an earlier one go, so that nobody whom it leaves out stays linked.
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
  const { asOf } = record;
  const persons = { table: 'incidentPersons', by: 'incident', values: [incident.id], asOf };
  if (record.of === 'withdrawals')
    return { records: {}, takesBack: [persons, { table: 'incidents', values: [incident.id], asOf }] };
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
  return { records, takesBack: [{ ...persons, except }] };
}
