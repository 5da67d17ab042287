import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Restored by another person than who suspended it: what was decided under it counts again. */
export async function restoreAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason);
  return runOnRecord(dependencies, actor, 'restoreAuthority', 'authority', id, (context, target) => {
    if (!target.body.suspended) throw new RegisterError('CONFLICT', 'this authority is not suspended');
    return context.write({
      act: 'RESTORED',
      kind: 'authority',
      id,
      body: { ...target.body, suspended: false },
      detail: { ...target.detail, restoredFor: why, restoredBy: actor.user },
    });
  });
}
