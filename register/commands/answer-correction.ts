import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** The agency says whether it has corrected its record, and why where it has not. */
export async function answerCorrection(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  corrected: boolean,
  reason: string,
): Promise<Recorded<'statement'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'answerCorrection', 'statement', id, (context, target) => {
    if (target.state !== null && target.state !== 'REQUESTED')
      throw new RegisterError('CONFLICT', 'this request has been answered');
    return context.write({
      ...target,
      act: 'CORRECTION_ANSWERED',
      state: corrected ? 'CORRECTED' : 'DECLINED',
      detail: { ...target.detail, answer: why, answeredBy: actor.user, answeredAt: context.at },
    });
  });
}
