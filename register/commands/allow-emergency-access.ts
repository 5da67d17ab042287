import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Lets whoever opened an unreviewed emergency access open one more, with the reason why. It stays to be reviewed. */
export async function allowEmergencyAccess(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'emergency'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'allowEmergencyAccess', 'emergency', id, (context, target) => {
    if (target.state === 'REVIEWED') throw new RegisterError('CONFLICT', 'this access has been reviewed');
    return context.write({
      ...target,
      act: 'ALLOWED',
      detail: { ...target.detail, allowedBy: actor.user, allowedFor: why },
    });
  });
}
