import { saveRecords, type ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { Format, Work } from '../format.ts';
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
  async scan(path, _agency, onBytes) {
    const persons: SourcePerson[] = [];
    const work = new Map<string, Work>();
    for await (const { fate } of readCin(path, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of !== 'children') continue;
      const { record } = fate;
      persons.push(record.person);
      if (record.work) work.set(record.person.number, { kind: record.work });
    }
    return {
      persons,
      numbers: new Set(persons.map(({ number }) => number)),
      work,
      read: (findChild, onBytesAgain) => mapItems(readCin(path, onBytesAgain), (record) => mapCin(record, findChild)),
    };
  },
  save: saveRecords,
};
