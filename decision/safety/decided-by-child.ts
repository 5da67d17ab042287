import { dayIn, isDayWithin } from '@trellis/vocabulary';
import { ageOn } from '../age.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Bits, Question } from '../decision.ts';
import type { ChildFacts } from '../facts.ts';
import { ownReach } from '../own-reach.ts';
import { readAuthorities } from '../read-authorities.ts';

/**
 * The categories on which the child may be deciding alone at this moment: what it does there is nobody else's to learn. Of unknown
 * age it is taken for the oldest that a child can be, the age at which it decides on most.
 */
export function decidedByChild(
  rules: CompiledRules,
  { authorities, birthDate }: Pick<ChildFacts, 'authorities' | 'birthDate'>,
  now: Question['now'],
): Bits {
  const { timeZone, ageUnknownBelow } = rules.ruleSet;
  const day = dayIn(timeZone, now);
  const inForce = [...readAuthorities(authorities, rules).values()].filter(({ fact }) =>
    isDayWithin(day, fact.from, fact.to),
  );
  // At eighteen nobody decides for a child any more, so that one of unknown age is taken to be below it.
  const age = ageOn(day, birthDate, ageUnknownBelow ?? 18);
  return ownReach(inForce, birthDate, age, rules, () => true).maybe;
}
