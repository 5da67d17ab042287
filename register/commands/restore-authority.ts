import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { proposeChange } from '../propose-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { requireNotDropped } from '../require-not-dropped.ts';
import { runOnRecord } from '../run-command.ts';

/** Asks that a suspension be lifted, by the agency that suspended or by the network. It stays until a second person of these confirms it. */
export async function restoreAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'restoreAuthority', 'authority', id, (context, target) => {
    requireNotDropped(target);
    if (!target.body.suspended) throw new RegisterError('CONFLICT', 'this authority is not suspended');
    return proposeChange(context, target, { act: 'RESTORE', reason: why });
  });
}
