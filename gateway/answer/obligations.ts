import type { Obligation } from '@trellis/decision';
import type { Disclosed } from './disclosed.ts';

/** The obligations that travel with an answer: what is owed for any child, said once. */
export function obligationsOf(disclosed: readonly Disclosed[]): readonly Obligation[] {
  const owed = new Map<string, Obligation>();
  for (const obligation of disclosed.flatMap(({ obligations }) => obligations)) {
    const name = JSON.stringify([obligation.code, obligation.text]);
    const categories = [...(owed.get(name)?.categories ?? []), ...obligation.categories];
    owed.set(name, { ...obligation, categories: [...new Set(categories)].sort() });
  }
  return [...owed.values()];
}
