import { childProtectionTables } from '../agencies/child-protection.ts';
import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { cinSource, mapCin } from './map-cin.ts';
import { cinMappings } from './mappings.ts';
import { readCin } from './read-cin.ts';

/** The Children in Need census, into child protection. */
export const cin: Format<ChildProtectionRecords> = {
  ...childProtectionTables,
  title: 'Children in Need census',
  source: cinSource,
  mappings: cinMappings,
  fileNamesArePersonal: false,
  recognises: (_name, head) => head.trimStart().startsWith('<') && !/<(?:\w+:)?\w*SSDA903/i.test(head),
  async scan([file], _agency, onBytes) {
    const persons: SourcePerson[] = [];
    let header: { issuer?: string | undefined; exportedAt?: string | undefined } = {};
    for await (const { fate, says } of readCin(file, onBytes)) {
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
          readCin(file, onBytesAgain),
          (record) => mapCin(record, context),
          (record) => (record.of === 'children' ? record.person.number : record.child),
        ),
    };
  },
};
