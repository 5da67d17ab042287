import { saveTables, type Queryable, type SavedCounts } from '@trellis/subgraph-kit';
import type { PoliceRecords } from './records.ts';

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: PoliceRecords): Promise<SavedCounts<PoliceRecords>> {
  return saveTables(
    tx,
    [
      'officers',
      'incidents',
      'incidentPersons',
      'noContactConditions',
      'domesticViolenceAttendances',
      'missingReports',
      'liaisons',
    ],
    records,
  );
}
