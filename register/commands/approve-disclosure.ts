import type { Dependencies } from '../dependencies.ts';
import { misfit } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { requirePending } from '../require-pending.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Approves one disclosure, until an instant to come. It ends sooner where the live rules let no approval last as long: then it is asked for again,
 * with the reasons of that day.
 */
export async function approveDisclosure(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  until: unknown,
  rationale: string,
): Promise<Recorded<'approval'>> {
  const end = readInput(dependencies.inputs.instant, until, 'until');
  const why = readInput(dependencies.inputs.reason, rationale, 'rationale');
  return runOnRecord(dependencies, actor, 'approveDisclosure', 'approval', id, (context, target) => {
    requirePending(target);
    if (end <= context.at) throw misfit('until', 'OUT_OF_RANGE', 'has passed');
    const ends = Math.min(end, context.at + context.rules.ruleSet.longestApprovalDays * dayMs);
    return context.write({
      ...target,
      act: 'APPROVED',
      state: 'APPROVED',
      body: { ...target.body, state: 'APPROVED', until: ends },
      detail: { ...target.detail, decidedBy: actor.user, decidedAt: context.at, decisionRationale: why },
    });
  });
}

const dayMs = 24 * 3_600_000;
