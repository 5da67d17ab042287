import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Suspends an authority, as of an alleged perpetrator's: nothing decided under it counts while it is. */
export async function suspendAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason);
  return runOnRecord(dependencies, actor, 'suspendAuthority', 'authority', id, (context, target) => {
    if (target.body.suspended) return target;
    return context.write({
      act: 'SUSPENDED',
      kind: 'authority',
      id,
      body: { ...target.body, suspended: true },
      detail: { ...target.detail, suspendedFor: why, by: actor.user },
    });
  });
}
