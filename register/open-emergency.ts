import type { Dependencies } from './dependencies.ts';
import { RegisterError } from './error.ts';
import { ofKind } from './record-kind.ts';
import type { Detail, Recorded } from './records.ts';
import { reviewWithinMs } from './review-by-of.ts';
import type { CommandContext } from './run-command.ts';

/** Opens emergency access to the child at hand for whoever acts. Throws CONFLICT where an earlier one of theirs stands unreviewed. */
export function openEmergency(
  { newId, emergencyMs }: Dependencies,
  context: CommandContext,
  detail: Detail & { readonly reason: string },
): Recorded<'emergency'> {
  const { actor, at } = context;
  const unreviewed = ofKind(context.records, 'emergency').filter(
    ({ state, body, detail: earlier }) =>
      state !== 'REVIEWED' &&
      body.user === actor.user &&
      body.agency === actor.agency &&
      earlier['allowedBy'] === undefined,
  );
  if (unreviewed.length > 0) {
    throw new RegisterError(
      'CONFLICT',
      'an earlier emergency access of yours to this child waits for its review',
      undefined,
      'REVIEW_WAITS',
    );
  }
  const id = newId();
  return context.write({
    act: 'OPENED',
    kind: 'emergency',
    id,
    agency: actor.agency,
    state: 'UNREVIEWED',
    body: { id, agency: actor.agency, user: actor.user, openedAt: at, until: at + emergencyMs, closedAt: null },
    detail: { by: actor.user, role: actor.role, purpose: actor.purpose, reviewBy: at + reviewWithinMs, ...detail },
  });
}
