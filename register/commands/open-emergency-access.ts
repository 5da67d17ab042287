import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { reviewWithinMs } from '../review-by-of.ts';
import { runCommand } from '../run-command.ts';

/** Break-glass: this user, one child, a written reason, a time box, and a review that has a deadline. */
export async function openEmergencyAccess(
  dependencies: Dependencies,
  actor: Actor,
  child: string,
  reason: string,
): Promise<Recorded<'emergency'>> {
  const about = readInput(dependencies.inputs.registerChild.shape.child, child);
  const why = readInput(dependencies.inputs.reason, reason);
  return runCommand(dependencies, actor, { mutation: 'openEmergencyAccess', about }, (context) => {
    const id = dependencies.newId();
    return context.write({
      act: 'OPENED',
      kind: 'emergency',
      id,
      agency: actor.agency,
      state: 'UNREVIEWED',
      body: {
        id,
        agency: actor.agency,
        user: actor.user,
        openedAt: context.at,
        until: context.at + dependencies.emergencyMs,
        closedAt: null,
      },
      detail: { by: actor.user, reason: why, purpose: actor.purpose, reviewBy: context.at + reviewWithinMs },
    });
  });
}
