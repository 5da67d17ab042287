import type { CompiledRules } from './compile-rules.ts';
import type { Question } from './decision.ts';
import { isDayWithin, localDay } from './local-day.ts';
import type { ReadAuthority } from './read-authorities.ts';

/** Whether a family member holds an authority for this child now, of a kind that reads under the role it claims. Suspended is not held. */
export function holdsFamilyAuthority(
  rules: CompiledRules,
  authorities: ReadonlyMap<string, ReadAuthority>,
  { requester, now }: Question,
): boolean {
  const { day } = localDay(rules.ruleSet.timeZone, now);
  return [...authorities.values()].some(
    ({ fact, kind }) =>
      kind.family === requester.role &&
      fact.holder === requester.user &&
      !fact.suspended &&
      isDayWithin(day, fact.from, fact.to),
  );
}
