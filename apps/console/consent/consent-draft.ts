import type { DateParts } from '../../shared/date-field.tsx';
import { noDate } from '../../shared/date-field.tsx';

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

interface Spoken {
  readonly agency: string;
  readonly categories: readonly string[];
}

/** The decision read back, in a language that the family knows. */
export function readBack(
  language: 'en' | 'fr',
  draft: ConsentDraft,
  { agency, categories }: Spoken,
  until: string | undefined,
): string {
  const permits = draft.decision === 'PERMIT';
  const what = categories.join(' ');
  if (language === 'fr') {
    const end = until === undefined ? 'Jusqu’à ce que vous changiez d’avis.' : `Jusqu’au ${until}.`;
    return `${permits ? 'Vous permettez que' : 'Vous refusez que'} ${agency} sache : ${what} ${end} Vous pouvez changer d’avis à tout moment, et cela compte aussitôt.`;
  }
  const end = until === undefined ? 'Until you change your mind.' : `Until ${until}.`;
  return `${permits ? 'You let' : 'You do not let'} ${agency} know: ${what} ${end} You can change your mind at any moment, and it counts at once.`;
}
