import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Ends an order that a court has set aside or replaced. By another person than who recorded it, since it may open what it forbade. */
export async function endOrder(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'order'>> {
  const why = readInput(dependencies.inputs.reason, reason);
  return runOnRecord(dependencies, actor, 'endOrder', 'order', id, (context, target) => {
    const { to, from } = target.body;
    if (target.state === 'ENDED' || (to !== null && to <= context.at))
      throw new RegisterError('CONFLICT', 'this order has ended already');
    // One that has not begun never binds: a period without an instant in it cannot be read, and what cannot be read forbids.
    const ended = from < context.at ? { to: context.at } : { confirmed: false };
    return context.write({
      ...target,
      act: 'ENDED',
      state: 'ENDED',
      body: { ...target.body, ...ended },
      detail: { ...target.detail, endedBy: actor.user, endedFor: why },
    });
  });
}
