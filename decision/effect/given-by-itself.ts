import { minus, noBits, union } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Bits, Question } from '../decision.ts';
import type { Involvement } from '../facts.ts';
import { involvementMask } from '../involvement-mask.ts';
import { hasConditions } from '../rule-conditions.ts';

/**
 * The categories that the law gives in full to a requester for a purpose, without anybody's approval or consent. A function of rules and of the
 * requester's own involvement alone: a rule that asks anything of the child, or that somebody may lock, does not count.
 */
export function givenByItself(
  { rulesFor, vocabulary, involvementBit }: CompiledRules,
  involvements: readonly Involvement[],
  { requester, purpose, now }: Question,
): Bits {
  const masks = rulesFor(requester, purpose)?.routeMasks(involvementMask(involvements, requester, now, involvementBit));
  const surely = (masks?.met ?? []).filter(
    ({ rule }) => rule.basis === 'BY_LAW' && rule.level === 'FULL' && !hasConditions(rule),
  );
  const given = surely.reduce((all, { bits }) => union(all, bits), noBits(vocabulary));
  return masks === undefined ? given : minus(given, masks.never.SUMMARY);
}
