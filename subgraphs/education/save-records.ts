import { saveTables, type Queryable, type SavedCounts } from '@trellis/subgraph-kit';
import type { EducationRecords } from './records.ts';

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(tx: Queryable, records: EducationRecords): Promise<SavedCounts<EducationRecords>> {
  return saveTables(
    tx,
    [
      'schools',
      'enrolments',
      'attendanceEvents',
      'accommodations',
      'collectors',
      'disciplineIncidents',
      'disciplineParticipants',
      'counsellorNotes',
    ],
    records,
  );
}
