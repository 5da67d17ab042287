import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

export async function confirmOrder(dependencies: Dependencies, actor: Actor, id: string): Promise<Recorded<'order'>> {
  return runOnRecord(dependencies, actor, 'confirmOrder', 'order', id, (context, target) => {
    if (target.state === 'ENDED') throw new RegisterError('CONFLICT', 'this order has ended');
    if (target.body.confirmed) throw new RegisterError('CONFLICT', 'this order is confirmed already');
    return context.write({
      ...target,
      act: 'CONFIRMED',
      state: 'CONFIRMED',
      body: { ...target.body, confirmed: true },
      detail: { ...target.detail, confirmedBy: actor.user },
    });
  });
}
