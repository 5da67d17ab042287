import type { Dependencies } from '../dependencies.ts';
import { endOrderNow } from '../end-order-now.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { proposeChange } from '../propose-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Ends an order that a court has set aside or replaced; not by who recorded it. One that permits ends at once. One that restricts binds on until
 * another person who gains nothing by it has confirmed its end.
 */
export async function endOrder(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'order'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'endOrder', 'order', id, (context, target) => {
    const { to } = target.body;
    if (target.state === 'ENDED' || (to !== null && to <= context.at))
      throw new RegisterError('CONFLICT', 'this order has ended already');
    if (target.body.decision === 'PERMIT') return endOrderNow(context, target, why);
    return proposeChange(context, target, { act: 'END', reason: why });
  });
}
