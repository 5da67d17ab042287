import type { Dependencies } from '../dependencies.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { requirePending } from '../require-pending.ts';
import { runOnRecord } from '../run-command.ts';

export async function declineDisclosure(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'approval'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'declineDisclosure', 'approval', id, (context, target) => {
    requirePending(target);
    return context.write({
      ...target,
      act: 'DECLINED',
      state: 'DECLINED',
      body: { ...target.body, state: 'DECLINED' },
      detail: { ...target.detail, decidedBy: actor.user, decidedAt: context.at, decisionRationale: why },
    });
  });
}
