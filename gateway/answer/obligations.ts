import type { Obligation } from '@trellis/decision';
import type { Disclosed } from './disclosed.ts';

/** The obligations that travel with an answer: what is owed for any child, said once. */
export function owedObligations(disclosed: readonly Disclosed[]): readonly Obligation[] {
  const owed = new Map<string, { obligation: Obligation; categories: Set<string> }>();
  for (const obligations of new Set(disclosed.map(({ account }) => account.obligations))) {
    for (const obligation of obligations) {
      const name = `${obligation.code} ${obligation.text}`;
      let known = owed.get(name);
      if (!known) owed.set(name, (known = { obligation, categories: new Set() }));
      for (const category of obligation.categories) known.categories.add(category);
    }
  }
  return [...owed.values()].map(({ obligation, categories }) => ({
    ...obligation,
    categories: [...categories].sort(),
  }));
}
