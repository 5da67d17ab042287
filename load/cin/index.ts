import { childProtectionTables } from '../agencies/child-protection.ts';
import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import type { SourcePerson } from '../source-item.ts';
import { bothFiles } from './child-in-parts.ts';
import { cinSource, mapCin } from './map-cin.ts';
import { cinMappings } from './mappings.ts';
import { readCin } from './read-cin.ts';
import type { ChildSource } from './source-record.ts';

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
    const states = new Map<string, ChildSource['file']>();
    let header: { issuer?: string | undefined; exportedAt?: string | undefined } = {};
    for await (const { fate, says } of readCin(file, onBytes)) {
      if (says !== undefined) header = says;
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of !== 'children') continue;
      const { person, file: state } = fate.record;
      persons.push(person);
      const before = states.get(person.number);
      states.set(person.number, before === undefined ? state : bothFiles(before, state));
    }
    return {
      ...header,
      persons,
      numbers: new Set(persons.map(({ number }) => number)),
      read: (context, onBytesAgain) =>
        mapItems(
          readCin(file, onBytesAgain),
          (record) => mapCin(record, states, context),
          (record) => (record.of === 'children' ? record.person.number : record.child),
        ),
    };
  },
};
