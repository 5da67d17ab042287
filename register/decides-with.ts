import { isEmpty, reachedByBoth, type Authority } from '@trellis/decision';
import { dayIn } from '@trellis/vocabulary';
import type { ConditionContext } from './conditions.ts';
import type { Recorded } from './records.ts';

/**
 * Those with whom an authority decides: of what stands, all others of its rank that reach something it reaches and are not over. Suspended, still to begin, or of no effect
 * while the child's age is unknown, they count: they may decide one day. What nobody has confirmed does not.
 */
export function decidesWith(
  { rules, at }: Pick<ConditionContext, 'rules' | 'at'>,
  own: Authority,
  standing: readonly Recorded<'authority'>[],
): readonly string[] {
  const { authorityKinds } = rules;
  const kind = authorityKinds.get(own.kind);
  if (kind === undefined || kind.self) return [];
  const today = dayIn(rules.ruleSet.timeZone, at);
  return standing
    .filter(
      ({ id, body }) =>
        id !== own.id &&
        body.confirmed !== false &&
        (body.to === null || body.to > today) &&
        body.holder !== own.holder &&
        authorityKinds.get(body.kind)?.self === false &&
        authorityKinds.get(body.kind)?.rank === kind.rank &&
        !isEmpty(reachedByBoth(rules, body, own)),
    )
    .map(({ id }) => id);
}
