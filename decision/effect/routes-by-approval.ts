import { bitsOf, intersect, isEmpty, minus } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Bits, Question } from '../decision.ts';
import type { Involvement } from '../facts.ts';
import { givenByItself } from './given-by-itself.ts';

/** Categories of a request that an approval could not open. */
export interface RoutesByApproval {
  readonly unopened: readonly string[];
  /** A purpose of the requester under which the law gives it all of these, or all that it asks for, without anybody's approval. */
  readonly byItself: string | undefined;
}

/**
 * The categories asked for that an approval could not open to this requester for this purpose, whatever its involvement; and the purpose, of
 * those that it may ask for, under which its involvement gives all of them in full by law: where all of them can be opened on approval, all
 * that it asks for. A domain counts as opened where any part of it is. A function of rules and of the requester's own involvement alone: a rule
 * that asks anything of the child, or that somebody may lock, does not count.
 */
export function routesByApproval(
  rules: CompiledRules,
  { requester, purpose, now }: Question,
  involvements: readonly Involvement[],
  categories: readonly string[],
  purposes: readonly string[],
): RoutesByApproval {
  const { rulesFor, vocabulary } = rules;
  // An involvement may still come: whatever it would be, some rule must open this on approval.
  const masks = rulesFor(requester, purpose)?.ceiling();
  const unopened = categories.filter(
    (code) =>
      masks === undefined ||
      isEmpty(minus(intersect(bitsOf(vocabulary, [code]), masks.onApproval.SUMMARY), masks.never.SUMMARY)),
  );
  const wanted = bitsOf(vocabulary, unopened.length === 0 ? categories : unopened);
  const given = (each: string): Bits => givenByItself(rules, involvements, { requester, purpose: each, now });
  return { unopened, byItself: purposes.find((each) => isEmpty(minus(wanted, given(each)))) };
}
