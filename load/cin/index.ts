import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { cinSource, mapCin } from './map-cin.ts';
import { cinMappings } from './mappings.ts';
import { readCin } from './read-cin.ts';

/** The Children in Need census, into child protection. */
export const cin: Format<ChildProtectionRecords> = {
  agency: 'child-protection',
  title: 'Children in Need census',
  source: cinSource,
  evidence: 'an open referral in a Children in Need census',
  mappings: cinMappings,
  fileNamesArePersonal: false,
  tables: ['files', 'referrals', 'investigations', 'riskAssessments', 'plans', 'familyNotes'],
  hangs: Object.fromEntries(
    ['referrals', 'investigations', 'riskAssessments', 'plans', 'familyNotes'].map((table) => [
      table,
      { by: 'file', from: 'files' },
    ]),
  ),
  ends: { files: (row, day) => ({ ...row, status: 'CLOSED', closed_on: row['closed_on'] ?? day }) },
  work: `select f.child, case when bool_or(exists (select from plans p where p.file = f.id and (p."to" is null or p."to" > $2::date)))
      then 'ongoing-service' else 'investigation' end as kind
    from files f where f.child = any($1) and f.status = 'OPEN' and starts_with(f.source, $3) group by f.child`,
  async scan(path, _agency, onBytes) {
    const persons: SourcePerson[] = [];
    let header: { issuer?: string | undefined; exportedAt?: string | undefined } = {};
    for await (const { fate, says } of readCin(path, onBytes)) {
      if (says !== undefined) header = says;
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of !== 'children') continue;
      persons.push(fate.record.person);
    }
    return {
      ...header,
      persons,
      numbers: new Set(persons.map(({ number }) => number)),
      read: (context, onBytesAgain) =>
        mapItems(
          readCin(path, onBytesAgain),
          (record) => mapCin(record, context),
          (record) => (record.of === 'children' ? record.person.number : record.child),
        ),
    };
  },
};
