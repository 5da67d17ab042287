import type { ConditionContext } from './conditions.ts';
import { ofKind } from './record-kind.ts';

/** Whether an open investigation names this member of the family. */
export function isAlleged({ actor, at, records }: ConditionContext): boolean {
  return (
    actor.kind === 'family' &&
    ofKind(records, 'relation').some(
      ({ body: { user, relation, from, to } }) =>
        user === actor.user && relation === 'ALLEGED' && from <= at && (to === null || at < to),
    )
  );
}
