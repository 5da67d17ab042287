import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { requirePending } from '../require-pending.ts';
import { runOnRecord } from '../run-command.ts';

export async function approveDisclosure(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  until: unknown,
  rationale: string,
): Promise<Recorded<'approval'>> {
  const end = readInput(dependencies.inputs.instant, until);
  const why = readInput(dependencies.inputs.reason, rationale);
  return runOnRecord(dependencies, actor, 'approveDisclosure', 'approval', id, (context, target) => {
    requirePending(target);
    if (end <= context.at) throw misfit('until', 'OUT_OF_RANGE', 'has passed');
    return context.write({
      ...target,
      act: 'APPROVED',
      state: 'APPROVED',
      body: { ...target.body, state: 'APPROVED', until: end },
      detail: { ...target.detail, decidedBy: actor.user, decidedAt: context.at, decisionRationale: why },
    });
  });
}
