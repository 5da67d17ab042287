import type { Queryable } from '@trellis/platform';
import { saveRecords } from '@trellis/subgraph-police';
import type { Format, Work } from '../format.ts';
import { mapItems } from '../map-items.ts';
import { mapNibrs, nibrsSource, type NibrsRecords } from './map-nibrs.ts';
import { nibrsMappings } from './mappings.ts';
import { readNibrs } from './read-nibrs.ts';

/** NIBRS 2019 submissions, into police. They identify nobody: only a links file says whom they are about. */
export const nibrs: Format<NibrsRecords> = {
  agency: 'police',
  title: 'NIBRS 2019',
  source: nibrsSource,
  evidence: 'an open incident in a NIBRS submission',
  mappings: nibrsMappings,
  fileNamesArePersonal: false,
  async scan(path, _agency, onBytes) {
    const numbers = new Set<string>();
    const work = new Map<string, Work>();
    for await (const { fate } of readNibrs(path, onBytes)) {
      if (fate === 'unmapped' || 'skipped' in fate) continue;
      if (fate.record.of === 'withdrawals') continue;
      for (const { number } of fate.record.persons) {
        numbers.add(number);
        if (fate.record.said.clearance === 'OPEN') work.set(number, { kind: 'police-investigation' });
      }
    }
    return {
      persons: [],
      numbers,
      work,
      read: (findChild, onBytesAgain) =>
        mapItems(readNibrs(path, onBytesAgain), (record) => mapNibrs(record, findChild)),
    };
  },
  savedAlone: ({ withdrawn }) => withdrawn !== undefined,
  save,
};

/** What is withdrawn goes with the people in it, before anything is written: a person a new report leaves out must not stay linked. */
async function save(tx: Queryable, { withdrawn = [], ...records }: NibrsRecords): Promise<void> {
  if (withdrawn.length > 0) {
    await tx.query('delete from incident_persons where incident = any($1)', [withdrawn]);
    await tx.query('delete from incidents where id = any($1)', [withdrawn]);
  }
  await saveRecords(tx, records);
}
