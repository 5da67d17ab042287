import type { Dependencies } from '../dependencies.ts';
import { endOrderNow } from '../end-order-now.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { isByCourt } from '../is-by-court.ts';
import { proposeChange } from '../propose-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Ends an order that a court has set aside or replaced; not by who recorded it. A restricting one whose end opens something to the agency that
 * ends it, or that hides where a child is, binds on until another person who gains nothing by it has confirmed its end.
 */
export async function endOrder(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'order'>> {
  const why = readInput(dependencies.inputs.reason, reason);
  return runOnRecord(dependencies, actor, 'endOrder', 'order', id, (context, target) => {
    const { to } = target.body;
    if (target.state === 'ENDED' || (to !== null && to <= context.at))
      throw new RegisterError('CONFLICT', 'this order has ended already');
    const gains =
      target.body.decision === 'REFUSE' && target.body.recipients.some((each) => each.agency === actor.agency);
    if (!gains && isByCourt(target)) return endOrderNow(context, target, why);
    return proposeChange(context, target, { act: 'END', reason: why });
  });
}
