import { expandCategories } from '@trellis/vocabulary';
import { bitsOf, intersect, isEmpty } from './bits.ts';
import { decidedTogether } from './decided-together.ts';
import type { Authority, Consent } from './facts.ts';
import type { RuleSetBits } from './rule-set-bits.ts';

/** Tells whether a consent, given under one authority, is about something that the holder of another decides together with its giver. */
export function sharesDecision(
  rules: RuleSetBits,
  consent: Pick<Consent, 'categories'>,
  giver: Authority,
  own: Authority,
): boolean {
  const { vocabulary } = rules;
  const known = consent.categories.filter((code) => expandCategories(vocabulary, code) !== undefined);
  return !isEmpty(intersect(bitsOf(vocabulary, known), decidedTogether(rules, giver, own)));
}
