/** The part of a rule that says whom it lets know what. */
interface Rule {
  readonly sentence: string;
  readonly recipients: readonly { readonly agency: string; readonly roles: readonly string[] }[] | null;
  readonly purposes: readonly string[] | null;
  readonly categories: readonly string[];
  readonly basis: string;
  readonly conditions: readonly string[];
}

/** The part of a draft that it turns on. */
interface Decided {
  readonly decision: 'PERMIT' | 'REFUSE' | '';
  readonly agency: string;
  readonly role: string;
  readonly categories: readonly string[];
  readonly purposes: readonly string[];
}

/** The change that a yes or a no brings to one kind of data for one purpose: the first that is true, in the order of the decision's lines. */
export type Change = 'NEVER' | 'LAW' | 'OPENS' | 'STOPS' | 'ALREADY' | 'NOTHING';

interface ChangeOf {
  readonly category: string;
  readonly purpose: string;
  readonly change: Change;
  /** Of the rules that make it so. */
  readonly sentences: readonly string[];
}

const permits: readonly (readonly [basis: string, change: Change])[] = [
  ['NEVER', 'NEVER'],
  ['BY_LAW', 'LAW'],
  ['UNLESS_REFUSED', 'ALREADY'],
  ['WITH_CONSENT', 'OPENS'],
];
const refuses: typeof permits = [
  ['NEVER', 'NEVER'],
  ['BY_LAW', 'LAW'],
  ['UNLESS_REFUSED', 'STOPS'],
  ['WITH_CONSENT', 'STOPS'],
];

/** Says for each kind of data and purpose of a draft what it changes by the rules in force, whoever of the recipient works with the child. */
export function whatItChanges(
  { decision, agency, role, categories, purposes }: Decided,
  rules: readonly Rule[],
): readonly ChangeOf[] {
  const order = decision === 'PERMIT' ? permits : refuses;
  return categories.flatMap((category) =>
    purposes.map((purpose) => {
      const speaking = rules.filter((rule) => speaks(rule, { agency, role, category, purpose }));
      for (const [basis, change] of order) {
        const found = speaking.filter(
          (rule) => rule.basis === basis && (basis !== 'NEVER' || rule.conditions.length === 0),
        );
        if (found.length > 0) return { category, purpose, change, sentences: found.map(({ sentence }) => sentence) };
      }
      return { category, purpose, change: 'NOTHING' as const, sentences: [] };
    }),
  );
}

interface Crossing {
  readonly agency: string;
  readonly role: string;
  readonly category: string;
  readonly purpose: string;
}

function speaks({ recipients, purposes, categories }: Rule, { agency, role, category, purpose }: Crossing): boolean {
  return (
    categories.includes(category) &&
    (purposes === null || purposes.includes(purpose)) &&
    (recipients === null ||
      recipients.some((each) => each.agency === agency && (role === '' || each.roles.includes(role))))
  );
}
