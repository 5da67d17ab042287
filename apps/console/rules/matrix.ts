import type { LiveRulesQuery } from '../../generated/graph.ts';

export type Rule = NonNullable<LiveRulesQuery['rules']['rules']>[number];
export type Vocabulary = LiveRulesQuery['vocabulary'];

/** One column: an agency's people of one role. */
export interface Recipient {
  readonly agency: string;
  readonly role: string;
}

/** The rules at one crossing: the basis that is named first in the decision, and every rule that applies there. */
export interface Cell {
  readonly basis: string | undefined;
  readonly rules: readonly Rule[];
}

/** In the order of the decision's ten lines. */
export const bases = ['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'] as const;

/** Whoever may ask: each agency's roles, and its systems where a rule names them. Officers of the network ask for nothing themselves. */
export function recipientsOf({ roles }: Vocabulary, rules: readonly Rule[]): readonly Recipient[] {
  const named = rules.flatMap(({ recipients }) => recipients ?? []);
  return roles
    .filter(({ agency }) => agency !== 'network')
    .flatMap(({ agency, roles: own }) => {
      const others = named.filter((each) => each.agency === agency).flatMap((each) => each.roles);
      return [...new Set([...own, ...others])].map((role) => ({ agency, role }));
    });
}

/** The rules for one purpose by category, looked up once for a whole matrix. */
export function matrixFor(purpose: string, rules: readonly Rule[]): (category: string, recipient: Recipient) => Cell {
  const ofPurpose = rules.filter(({ purposes }) => purposes === null || purposes.includes(purpose));
  const byCategory = new Map<string, Rule[]>();
  for (const rule of ofPurpose)
    for (const category of rule.categories) byCategory.set(category, [...(byCategory.get(category) ?? []), rule]);
  const known = new Map<string, Cell>();
  return (category, recipient) => {
    const key = `${category} ${recipient.agency} ${recipient.role}`;
    const cell = known.get(key) ?? cellOf((byCategory.get(category) ?? []).filter((rule) => speaksTo(rule, recipient)));
    known.set(key, cell);
    return cell;
  };
}

function speaksTo({ recipients }: Rule, { agency, role }: Recipient): boolean {
  return recipients === null || recipients.some((each) => each.agency === agency && each.roles.includes(role));
}

/** A NEVER that counts for some people or children alone does not hide what the others may have. */
function cellOf(rules: readonly Rule[]): Cell {
  const always = rules.filter(({ basis, conditions }) => basis !== 'NEVER' || conditions.length === 0);
  const basis = bases.find((each) => always.some((rule) => rule.basis === each));
  return { basis, rules };
}
