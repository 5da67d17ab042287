import { bitsOf, intersect, isEmpty, minus } from '../bits.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Question } from '../decision.ts';
import type { Involvement } from '../facts.ts';
import { involvementMask } from '../involvement-mask.ts';

/** Categories of a request that an approval could not open. */
export interface RoutesByApproval {
  readonly unopened: readonly string[];
  /** Another purpose under which the law gives this requester all of these without anybody's approval. */
  readonly byItself: string | undefined;
}

/**
 * The categories asked for an approval that could not open to this requester for this purpose, whatever its involvement; and the purpose
 * under which its involvement gives all of them by law. A domain counts as opened where any part of it is. A function of rules and of the
 * requester's own involvement alone.
 */
export function routesByApproval(
  { rulesFor, vocabulary, involvementBit }: CompiledRules,
  { requester, purpose, now }: Question,
  involvements: readonly Involvement[],
  categories: readonly string[],
): RoutesByApproval {
  const involvement = involvementMask(involvements, requester, now, involvementBit);
  const masksFor = (each: string) => rulesFor(requester, each)?.routeMasks(involvement);
  // An involvement may still come: whatever it would be, some rule must open this on approval.
  const masks = rulesFor(requester, purpose)?.ceiling();
  const unopened = categories.filter(
    (code) =>
      masks === undefined ||
      isEmpty(minus(intersect(bitsOf(vocabulary, [code]), masks.onApproval.SUMMARY), masks.never.SUMMARY)),
  );
  if (unopened.length === 0) return { unopened, byItself: undefined };
  const wanted = bitsOf(vocabulary, unopened);
  const byItself = [...vocabulary.purposes.keys()].find((each) => {
    const other = masksFor(each);
    return other !== undefined && isEmpty(minus(wanted, minus(other.byLaw.SUMMARY, other.never.SUMMARY)));
  });
  return { unopened, byItself };
}
