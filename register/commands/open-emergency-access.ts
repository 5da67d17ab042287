import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import { openEmergency } from '../open-emergency.ts';
import type { Actor, Recorded } from '../records.ts';
import { runCommand } from '../run-command.ts';

/**
 * Break-glass: this user, one child, a written reason, a time box, and a review that has a deadline. Refused while an earlier access of the
 * same person to the same child waits for its review, unless a supervisor or an officer of the agency has let it pass.
 */
export async function openEmergencyAccess(
  dependencies: Dependencies,
  actor: Actor,
  child: string,
  reason: string,
): Promise<Recorded<'emergency'>> {
  const about = readInput(dependencies.inputs.child, child, 'child');
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runCommand(dependencies, actor, { mutation: 'openEmergencyAccess', about }, (context) =>
    openEmergency(dependencies, context, { reason: why }),
  );
}
