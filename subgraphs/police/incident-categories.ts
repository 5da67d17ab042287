import type { IncidentPersonRecord } from './records.ts';
import { withinAccessPeriod } from './youth-access-period.ts';

/** A linked child in an incident. */
export type PersonRow = Pick<IncidentPersonRecord, 'role' | 'relationship' | 'disposition' | 'dispositionOn'> & {
  readonly child: string;
};

const ofRole = {
  VICTIM: 'police.victim',
  WITNESS: 'police.witness',
  ACCUSED: 'police.accused',
  SUBJECT: 'police.accused',
} as const;

/** A child dealt with as accused, or whose matter ended one of the Act's ways. */
const isYouthRecord = ({ role, disposition }: PersonRow): boolean => role === 'ACCUSED' || disposition !== null;

/**
 * The categories of an incident that only its own record shows: the parts children had in it, and whether it is a youth record in or past
 * its access period on `today`, or of an extrajudicial measure. Past for one child, it is past for all.
 */
export function incidentCategories(own: readonly string[], children: readonly PersonRow[], today: string): string[] {
  const categories = new Set(own);
  for (const person of children) {
    categories.add(ofRole[person.role]);
    if (!isYouthRecord(person)) continue;
    // A warning, caution or referral instead of a charge has a shorter list of readers than a youth record, and no period.
    if (person.disposition === 'EXTRAJUDICIAL_MEASURE') {
      categories.add('police.youth-measure');
      continue;
    }
    categories.add('police.youth-record');
    if (!withinAccessPeriod(person.disposition, person.dispositionOn, today)) {
      categories.add('police.youth-record-expired');
    }
  }
  return [...categories].sort();
}
