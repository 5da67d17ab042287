import type { ChildProtectionRecords } from '@trellis/subgraph-child-protection';
import { recordId } from '@trellis/subgraph-kit';
import type { MappingContext } from '../format.ts';
import type { Mapped } from '../map-items.ts';
import type { ChildSource, CinSource } from './source-record.ts';

export const cinSource = 'cin-census';

/** An element of the census as child protection's records. */
export function mapCin(
  record: CinSource,
  /** The state of each child's file by all that the census says of it. */
  states: ReadonlyMap<string, ChildSource['file']>,
  { findChild, source }: Pick<MappingContext, 'findChild' | 'source'>,
): Mapped<ChildProtectionRecords> {
  const identified = (table: string, sourceId: string) => ({
    id: recordId('child-protection', table, source, sourceId),
    source,
    sourceId,
  });
  const number = record.of === 'children' ? record.person.number : record.child;
  const found = findChild(number);
  if ('skipped' in found) return found;
  if (record.of === 'children')
    return { files: [{ ...identified('files', number), ...fileOf(states.get(number) ?? record.file, found.child) }] };
  const of = { ...identified(record.of, record.sourceId), file: identified('files', record.child).id };
  switch (record.of) {
    case 'referrals':
      return { referrals: [{ ...of, ...record.said }] };
    case 'investigations':
      return { investigations: [{ ...of, ...record.said }] };
    case 'plans':
      return { plans: [{ ...of, ...record.said }] };
    case 'riskAssessments': {
      const note = identified('familyNotes', record.sourceId);
      const riskAssessments = [{ ...of, ...record.said }];
      return record.familyNote
        ? { riskAssessments, familyNotes: [{ ...note, file: of.file, ...record.familyNote }] }
        : {
            records: { riskAssessments },
            // What the same assessment said of adults before, it says no longer.
            takesBack: [{ table: 'familyNotes', values: [note.id], isSuperseded: true }],
          };
    }
  }
}

/** The fields of a file that returns to a ministry say nothing of: they stay unknown. */
export const unknownFile = {
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

function fileOf(file: ChildSource['file'], child: string) {
  return { child, ...file, ...unknownFile };
}
