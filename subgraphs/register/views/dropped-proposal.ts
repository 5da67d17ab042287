import type { RecordDropped } from '@trellis/register';
import { shown } from './instants.ts';

/** The names of the kinds of record that wait for another person. */
export const proposedKinds: Readonly<Record<RecordDropped['record']['kind'], string>> = {
  consent: 'CONSENT',
  authority: 'AUTHORITY',
  order: 'ORDER',
  relation: 'RELATION',
  'harm-refusal': 'HARM_REFUSAL',
  'standing-approval': 'PROTOCOL',
  linkage: 'LINKAGE',
  erasure: 'ERASURE',
  'rule-set': 'RULES',
  approval: 'REQUEST',
};

/** The end of a proposal that nobody agreed to. */
export function droppedProposalView({ record, dropped }: RecordDropped, isChild: (about: string) => boolean) {
  const { act, outcome, by, byAgency, reason, at } = dropped;
  return {
    id: record.id,
    kind: proposedKinds[record.kind],
    act,
    outcome,
    child: isChild(record.about) ? { id: record.about } : null,
    by,
    byAgency,
    reason,
    at: shown(at),
  };
}
