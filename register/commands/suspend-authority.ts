import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { requireNotDropped } from '../require-not-dropped.ts';
import { requireCourtOrder } from '../require-court-order.ts';
import { runOnRecord } from '../run-command.ts';
import { suspendedBy } from '../suspended-by.ts';

/**
 * Suspends an authority, as of an alleged perpetrator's. It binds at once. Where another agency suspended it already it is suspended by both: neither gives back alone
 * what the other took. A child's own authority is suspended by a court alone: the order
 * must be named, and have been confirmed.
 */
export async function suspendAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
  { order }: { readonly order?: string | null | undefined } = {},
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'suspendAuthority', 'authority', id, (context, target) => {
    requireNotDropped(target);
    const already = suspendedBy(target);
    if (already.includes(actor.agency)) return target;
    const [first, ...others] = [...already, actor.agency];
    requireCourtOrder(context, target, order);
    return context.write({
      ...target,
      act: 'SUSPENDED',
      body: { ...target.body, suspended: true },
      detail: {
        ...target.detail,
        suspendedFor: why,
        suspendedBy: actor.user,
        suspendedByAgency: first,
        alsoSuspendedBy: others,
      },
    });
  });
}
