import type { RecordConsentWithFamilyMutationVariables } from '../../generated/graph.ts';
import { dateIn, noDate, type DateParts } from '../../shared/date-field.tsx';

/** The answers that were given so far. */
export interface ConsentDraft {
  readonly by: string;
  readonly decision: 'PERMIT' | 'REFUSE' | '';
  readonly agency: string;
  readonly role: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
  readonly until: DateParts;
  readonly notEvenInEmergency: boolean;
  readonly evidence: string;
}

export const emptyDraft: ConsentDraft = {
  by: '',
  decision: '',
  agency: '',
  role: '',
  categories: [],
  purposes: [],
  until: noDate,
  notEvenInEmergency: false,
  evidence: '',
};

/** The decision as it is recorded for a child; undefined while nobody has said yes or no. */
export function consentFor(
  child: string,
  draft: ConsentDraft,
): RecordConsentWithFamilyMutationVariables['input'] | undefined {
  const { by, decision, agency, role, categories, purposes, notEvenInEmergency, evidence } = draft;
  if (decision === '') return undefined;
  const to = dateIn(draft.until);
  return {
    child,
    by,
    decision,
    recipients: [{ agency, ...(role !== '' && { role }) }],
    categories: [...categories],
    purposes: [...purposes],
    notEvenInEmergency,
    evidence,
    ...(to !== undefined && { to: `${to}T23:59:00Z` }),
  };
}

interface Spoken {
  /** With whom: an agency, or those of one role there. */
  readonly whom: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
}

/** The decision read back, in a language that the family knows: all of it, as it will be recorded. */
export function readBack(
  language: 'en' | 'fr',
  { decision, notEvenInEmergency }: Pick<ConsentDraft, 'decision' | 'notEvenInEmergency'>,
  { whom, categories, purposes }: Spoken,
  until: string | undefined,
): string {
  const permits = decision === 'PERMIT';
  const [what, why] = [categories.join(' '), purposes.join(', ')];
  if (language === 'fr') {
    const end = until === undefined ? 'Jusqu’à ce que vous changiez d’avis.' : `Jusqu’au ${until}.`;
    const lock = !permits && notEvenInEmergency ? ' Pas même en cas d’urgence.' : '';
    return `${permits ? 'Vous permettez que' : 'Vous refusez que'} ${whom} sache : ${what} Pour : ${why}. ${end}${lock} Vous pouvez changer d’avis à tout moment, et cela compte aussitôt.`;
  }
  const end = until === undefined ? 'Until you change your mind.' : `Until ${until}.`;
  const lock = !permits && notEvenInEmergency ? ' Not even in an emergency.' : '';
  return `${permits ? 'You let' : 'You do not let'} ${whom} know: ${what} For: ${why}. ${end}${lock} You can change your mind at any moment, and it counts at once.`;
}
