import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Lifted by another person than who placed it. Twice is once. */
export async function liftLegalHold(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'legal-hold'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  return runOnRecord(dependencies, actor, 'liftLegalHold', 'legal-hold', id, (context, target) => {
    if (target.body.liftedAt !== null) throw new RegisterError('CONFLICT', 'this hold is lifted already');
    return context.write({
      ...target,
      act: 'LIFTED',
      state: 'LIFTED',
      body: { ...target.body, liftedAt: context.at },
      detail: { ...target.detail, liftedBy: actor.user, liftedFor: why },
    });
  });
}
