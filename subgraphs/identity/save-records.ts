import { saveTables, type Queryable, type SavedCounts } from '@trellis/subgraph-kit';
import type { IdentityRecords } from './records.ts';

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: IdentityRecords): Promise<SavedCounts<IdentityRecords>> {
  return saveTables(tx, ['children', 'numbers', 'chosenNames', 'contacts'], records);
}
