import { saveTables, type Queryable, type SavedCounts } from '@trellis/subgraph-kit';
import type { MentalHealthRecords } from './records.ts';

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: MentalHealthRecords): Promise<SavedCounts<MentalHealthRecords>> {
  return saveTables(
    tx,
    [
      'providers',
      'services',
      'conditions',
      'carePlans',
      'encounters',
      'riskAssessments',
      'scores',
      'safetyPlans',
      'sessionNotes',
    ],
    records,
  );
}
