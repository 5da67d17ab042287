import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import { recordId } from '@trellis/subgraph-kit';
import type { FindChild } from '../format.ts';
import type { ChildSource, CinSource } from './source-record.ts';

export const cinSource = 'cin-census';

/** An element of the census as child protection's records. */
export function mapCin(record: CinSource, findChild: FindChild): ChildProtectionRecords | { readonly skipped: string } {
  const number = record.of === 'children' ? record.person.number : record.child;
  const found = findChild(number);
  if ('skipped' in found) return found;
  if (record.of === 'children') return { files: [mapFile(record, found.child)] };
  const of = { ...identified(record.of, record.sourceId), file: identified('files', record.child).id };
  switch (record.of) {
    case 'referrals':
      return { referrals: [{ ...of, ...record.said }] };
    case 'investigations':
      return { investigations: [{ ...of, ...record.said }] };
    case 'plans':
      return { plans: [{ ...of, ...record.said }] };
    case 'riskAssessments':
      return {
        riskAssessments: [{ ...of, ...record.said }],
        familyNotes: record.familyNote
          ? [{ ...identified('familyNotes', record.sourceId), file: of.file, ...record.familyNote }]
          : [],
      };
  }
}

/** The census has no eligibility code, risk level, legal status, custody or last sighting: they stay unknown. */
function mapFile({ person: { number }, file }: ChildSource, child: string) {
  return {
    ...identified('files', number),
    child,
    ...file,
    eligibilitySection: null,
    eligibilityScale: null,
    eligibilitySeverity: null,
    riskLevel: null,
    legalStatus: null,
    legalStatusSince: null,
    lastSeenOn: null,
    lastSeenBy: null,
    lastSeenPlace: null,
    custody: null,
    custodyHolders: [],
    custodySince: null,
  };
}

function identified(table: string, sourceId: string) {
  return { id: recordId('child-protection', table, cinSource, sourceId), source: cinSource, sourceId };
}
