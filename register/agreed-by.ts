import type { Mutation } from './permissions/mutation-table.ts';
import type { RecordKind } from './records.ts';

/** The kinds of record that wait for another person, and the mutation by which one agrees. */
export const agreedBy = {
  authority: 'confirmAuthority',
  order: 'confirmOrder',
  relation: 'confirmRelation',
  'harm-refusal': 'confirmHarmRefusal',
  consent: 'attestConsent',
  'standing-approval': 'confirmStandingApproval',
  linkage: 'confirmLinkage',
  erasure: 'confirmErasure',
  'rule-set': 'approveRules',
  approval: 'approveDisclosure',
} as const satisfies Partial<Record<RecordKind, Mutation>>;

export type ProposedKind = keyof typeof agreedBy;

export function isProposedKind(kind: string | undefined): kind is ProposedKind {
  return kind !== undefined && Object.hasOwn(agreedBy, kind);
}
