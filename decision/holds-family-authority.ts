import { ageOn } from './age.ts';
import { isSurelyOfAge } from './authority-reach.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { Question } from './decision.ts';
import type { Day } from './facts.ts';
import { isDayWithin, localDay } from './local-day.ts';
import type { ReadAuthority } from './read-authorities.ts';

/**
 * Whether a family member holds an authority for this child now, of a kind that reads under the role it claims. Suspended is not
 * held; nor is one that decides for a child, where the child is of no age, or may be of none, at which it decides anything: a
 * parent reads until the child is eighteen.
 */
export function holdsFamilyAuthority(
  rules: CompiledRules,
  authorities: ReadonlyMap<string, ReadAuthority>,
  birthDate: Day | null,
  { requester, now }: Question,
): boolean {
  const { day } = localDay(rules.ruleSet.timeZone, now);
  const age = ageOn(day, birthDate);
  return [...authorities.values()].some(
    ({ fact, kind }) =>
      kind.family === requester.role &&
      fact.holder === requester.user &&
      !fact.suspended &&
      isDayWithin(day, fact.from, fact.to) &&
      (kind.self || kind.reach.length === 0 || kind.reach.some((reach) => isSurelyOfAge(reach, age))),
  );
}
