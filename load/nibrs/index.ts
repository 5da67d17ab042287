import type { PoliceRecords } from '@trellis/subgraph-police';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import { mapNibrs, nibrsSource } from './map-nibrs.ts';
import { inTheirOrder } from './in-their-order.ts';
import { nibrsMappings } from './mappings.ts';
import { readNibrs } from './read-nibrs.ts';

/** NIBRS 2019 submissions, into police. They identify nobody: only a links file says whom they are about. */
export const nibrs: Format<PoliceRecords> = {
  agency: 'police',
  title: 'NIBRS 2019',
  source: nibrsSource,
  evidence: 'an open incident in a NIBRS submission',
  mappings: nibrsMappings,
  fileNamesArePersonal: false,
  tables: ['incidents', 'incidentPersons'],
  hangs: { incidentPersons: { by: 'incident', from: 'incidents' } },
  work: `select p.child, 'police-investigation' as kind from incident_persons p join incidents i on i.id = p.incident
    where p.child = any($1) and $2::date is not null and i.clearance = 'OPEN' and starts_with(i.source, $3) group by p.child`,
  async scan(path, _agency, onBytes) {
    const numbers = new Set<string>();
    let exportedAt: string | undefined;
    for await (const { fate, says } of readNibrs(path, onBytes)) {
      exportedAt = says?.exportedAt ?? exportedAt;
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of === 'withdrawals') continue;
      for (const { number } of fate.record.persons) numbers.add(number);
    }
    return {
      exportedAt,
      persons: [],
      numbers,
      read: (context, onBytesAgain) =>
        mapItems(inTheirOrder(readNibrs(path, onBytesAgain), context.exportedAt), (record) =>
          mapNibrs(record, context),
        ),
    };
  },
};
