import { bitsOf, hasBit, noBits, union } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Bits, Ground, Question } from '../decision.ts';
import type { ChildFacts, Instant, Involvement } from '../facts.ts';
import { isWithin } from '../period.ts';
import { decidedByChild } from './decided-by-child.ts';
import type { WithheldFromFamily } from './family-safety.ts';

/** One safety rule that holds for a question, with the categories that it withholds. */
export interface HeldSafetyRule {
  readonly id: string;
  readonly bits: Bits;
  /** True where it withholds what a law opens to the family too, false where only what is open unless refused. */
  readonly evenByLaw: boolean;
}

/** The pack's safety rules that hold for who asks, about this child now. None for anybody but the family. */
export function safetyRulesFor(
  rules: CompiledRules,
  facts: ChildFacts,
  { requester, now }: Question,
): readonly HeldSafetyRule[] {
  if (requester.agency !== 'family') return [];
  return rules.ruleSet.familySafety
    .filter((rule): rule is WithheldFromFamily => 'withholds' in rule && rule.from.includes(requester.role))
    .filter(({ unlessServedBy }) => !facts.involvements.some((each) => serves(each, unlessServedBy, now)))
    .map(({ id, withholds }) =>
      withholds === 'DECIDED_BY_CHILD'
        ? { id, bits: decidedByChild(rules, facts, now), evenByLaw: false }
        : { id, bits: bitsOf(rules.vocabulary, withholds), evenByLaw: true },
    );
}

/** All that these rules withhold from what a law opens, or from what is open unless refused. */
export function withheldBy(
  held: readonly HeldSafetyRule[],
  from: 'BY_LAW' | 'UNLESS_REFUSED',
  vocabulary: CompiledRules['vocabulary'],
): Bits {
  return held
    .filter(({ evenByLaw }) => evenByLaw || from === 'UNLESS_REFUSED')
    .reduce((sum, { bits }) => union(sum, bits), noBits(vocabulary));
}

/** The safety rules behind one category, as grounds. */
export function safetyGrounds(held: readonly HeldSafetyRule[], bit: number): readonly Ground[] {
  return held.filter(({ bits }) => hasBit(bits, bit)).map(({ id }) => ({ kind: 'RULE', id }));
}

function serves({ kind, ...period }: Involvement, kinds: readonly string[], now: Instant): boolean {
  return kinds.includes(kind) && isWithin(period, now);
}
