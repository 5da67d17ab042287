import { saveTables, type Queryable, type SavedCounts } from '@trellis/subgraph-kit';
import type { ChildProtectionRecords } from './records.ts';

/** Writes records by id, so that writing them again changes nothing. */
export function saveRecords(
  tx: Queryable,
  records: ChildProtectionRecords,
): Promise<SavedCounts<ChildProtectionRecords>> {
  return saveTables(
    tx,
    [
      'files',
      'referrals',
      'investigations',
      'riskAssessments',
      'safetyAlerts',
      'hazards',
      'placements',
      'plans',
      'workers',
      'assignments',
      'afterHoursLines',
      'householdMembers',
      'caregivers',
      'familyNotes',
      'siblings',
    ],
    records,
  );
}
