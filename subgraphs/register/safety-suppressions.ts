import type { DisclosureEntry } from '@trellis/ledger';

/** Look-ups that are left out of what families are shown. All that is said must fit. */
export interface SafetySuppression {
  readonly agencies: readonly string[] | 'EVERY';
  readonly purposes: readonly string[];
  /** Why their listing would endanger someone. */
  readonly because: string;
}

/**
 * The network's rule on which look-ups a family's list leaves out, whoever of the family asks. They stay on the ledger, and officers see them.
 * A list with something left out looks like one in which it never was: the same pages, the same cursors, the same end.
 */
export const safetySuppressions: readonly SafetySuppression[] = [
  {
    agencies: 'EVERY',
    purposes: ['child-protection-investigation'],
    because: 'Whoever is alleged to harm the child would learn that somebody has begun to ask.',
  },
  {
    agencies: 'EVERY',
    purposes: ['law-enforcement-investigation'],
    because: 'Whoever is investigated would learn of it, and may be one of the family.',
  },
];

/** Whether telling a family of this disclosure would endanger someone. */
export function endangers({ requester, purpose }: Pick<DisclosureEntry, 'requester' | 'purpose'>): boolean {
  return safetySuppressions.some(
    ({ agencies, purposes }) =>
      purposes.includes(purpose) && (agencies === 'EVERY' || agencies.includes(requester.agency)),
  );
}
