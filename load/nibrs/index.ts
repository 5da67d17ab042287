import { policeTables } from '../agencies/police.ts';
import type { PoliceRecords } from '@trellis/subgraph-police';
import type { Format } from '../format.ts';
import { mapItems } from '../map-items.ts';
import { mapNibrs, nibrsSource } from './map-nibrs.ts';
import { inTheirOrder } from './in-their-order.ts';
import { nibrsMappings } from './mappings.ts';
import { readNibrs } from './read-nibrs.ts';

/** NIBRS 2019 submissions, into police. They identify nobody: only a links file says whom they are about. */
export const nibrs: Format<PoliceRecords> = {
  ...policeTables,
  title: 'NIBRS, XML',
  source: nibrsSource,
  mappings: nibrsMappings,
  fileNamesArePersonal: false,
  recognises: (_name, head) => head.trimStart().startsWith('<'),
  async scan([file], _agency, onBytes) {
    const numbers = new Set<string>();
    let exportedAt: string | undefined;
    for await (const { fate, says } of readNibrs(file, onBytes)) {
      exportedAt = says?.exportedAt ?? exportedAt;
      if (fate === 'unmapped' || 'skipped' in fate || fate.record.of === 'withdrawals') continue;
      for (const { number } of fate.record.persons) numbers.add(number);
    }
    return {
      exportedAt,
      persons: [],
      numbers,
      read: (context, onBytesAgain) =>
        mapItems(inTheirOrder(readNibrs(file, onBytesAgain), context.exportedAt), (record) =>
          mapNibrs(record, context),
        ),
    };
  },
};
