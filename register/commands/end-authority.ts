import type { Dependencies } from '../dependencies.ts';
import { misfit, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { proposeChange } from '../propose-change.ts';
import type { Actor, Recorded } from '../records.ts';
import { requireNotDropped } from '../require-not-dropped.ts';
import { requireCourtOrder } from '../require-court-order.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Asks that an authority end on a day, which must come after it began. It stands until a second person has confirmed it. A child's own ends by
 * a court alone: the order must be named, and have been confirmed.
 */
export async function endAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  on: string,
  reason: string,
  { order }: { readonly order?: string | null | undefined } = {},
): Promise<Recorded<'authority'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  const day = readInput(dependencies.inputs.day, on, 'on');
  return runOnRecord(dependencies, actor, 'endAuthority', 'authority', id, (context, target) => {
    requireNotDropped(target);
    const { from, to } = target.body;
    if (day <= from) throw misfit('on', 'WRONG_ORDER', 'must come after the day on which it began');
    if (to !== null && to <= day) throw new RegisterError('CONFLICT', 'this authority has ended by then');
    requireCourtOrder(context, target, order);
    return proposeChange(context, target, { act: 'END', on: day, reason: why });
  });
}
