import type { Dependencies } from '../dependencies.ts';
import { endOrderNow } from '../end-order-now.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { childrenOfOrder, orderTogether } from '../order-together.ts';
import { proposeChange } from '../propose-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';

/**
 * Ends an order that a court has set aside or replaced. One that permits ends at once, for every child that it names, also by who recorded it. One that restricts is not
 * ended by who recorded it, and binds on for this child until another person who gains nothing by it has confirmed its end.
 */
export async function endOrder(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'order'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  const others = await childrenOfOrder(dependencies, id);
  const end = async (context: CommandContext, target: Recorded<'order'>): Promise<Recorded<'order'>> => {
    const { to } = target.body;
    if (target.state === 'ENDED' || (to !== null && to <= context.at))
      throw new RegisterError('CONFLICT', 'this order has ended already');
    if (target.body.decision !== 'PERMIT') return proposeChange(context, target, { act: 'END', reason: why });
    const together = await orderTogether(context, target, others, ['UNCONFIRMED', 'CONFIRMED']);
    for (const other of together) endOrderNow(context, other, why);
    return endOrderNow(context, target, why);
  };
  return runOnRecord(dependencies, actor, 'endOrder', 'order', id, end, others);
}
