import type { PoliceRecords } from '@trellis/subgraph-police';
import { policeTables } from '../../agencies/police.ts';
import type { Format } from '../../format.ts';
import { mapItems } from '../../map-items.ts';
import { inTheirOrder } from '../in-their-order.ts';
import { mapNibrs, nibrsSource } from '../map-nibrs.ts';
import { flatMappings } from './mappings.ts';
import { readFlat } from './read-flat.ts';

/** The NIBRS flat file, into police: the same reports as the XML form, and the same incidents. */
export const nibrsFlat: Format<PoliceRecords> = {
  ...policeTables,
  title: 'NIBRS, flat file',
  source: nibrsSource,
  mappings: flatMappings,
  fileNamesArePersonal: false,
  recognises: (_name, head) => /^\d{4}[0-7]/.test(head),
  async scan([file], _agency, onBytes) {
    const numbers = new Set<string>();
    for await (const { fate } of readFlat(file, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of === 'withdrawals') continue;
      for (const { number } of fate.record.persons) numbers.add(number);
    }
    return {
      persons: [],
      numbers,
      read: (context, onBytesAgain) =>
        mapItems(inTheirOrder(readFlat(file, onBytesAgain), context.exportedAt), (record) => mapNibrs(record, context)),
    };
  },
};
