import type { Dependencies } from '../dependencies.ts';
import { endOrderNow } from '../end-order-now.ts';
import { RegisterError } from '../error.ts';
import { isByCourt } from '../is-by-court.ts';
import { childrenOfOrder, orderTogether } from '../order-together.ts';
import { pendingOf } from '../pending-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';

/**
 * Confirms an order that another person recorded, for every child it names, or the end of one that another person asked for. What a
 * family member hid for a while stays hidden from then on.
 */
export async function confirmOrder(dependencies: Dependencies, actor: Actor, id: string): Promise<Recorded<'order'>> {
  const others = await childrenOfOrder(dependencies, id);
  const confirm = async (context: CommandContext, target: Recorded<'order'>): Promise<Recorded<'order'>> => {
    if (target.state === 'ENDED') throw new RegisterError('CONFLICT', 'this order has ended');
    const pending = pendingOf(target);
    if (pending?.act === 'END') return endOrderNow(context, target, pending.reason);
    if (target.body.confirmed && target.state !== 'UNCONFIRMED')
      throw new RegisterError('CONFLICT', 'this order is confirmed already');
    for (const other of await orderTogether(context, target, others)) confirmed(context, other);
    return confirmed(context, target);
  };
  return runOnRecord(dependencies, actor, 'confirmOrder', 'order', id, confirm, others);
}

function confirmed(context: CommandContext, target: Recorded<'order'>): Recorded<'order'> {
  return context.write({
    ...target,
    act: 'CONFIRMED',
    state: 'CONFIRMED',
    body: { ...target.body, confirmed: true, ...(isByCourt(target) ? {} : { to: null }) },
    detail: { ...target.detail, confirmedBy: context.actor.user },
  });
}
