import { holdersOf } from '../conditions.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Another person finds whether it was justified. The family is told that there was one only where the reviewer says so: whoever must
 * not learn of it may be one of them.
 */
export async function reviewEmergencyAccess(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  finding: string,
  justified: boolean,
  { tellFamily = false }: { readonly tellFamily?: boolean } = {},
): Promise<Recorded<'emergency'>> {
  const found = readInput(dependencies.inputs.reason, finding, 'finding');
  return runOnRecord(dependencies, actor, 'reviewEmergencyAccess', 'emergency', id, (context, target) => {
    if (target.state === 'REVIEWED') throw new RegisterError('CONFLICT', 'this access has been reviewed');
    const told = tellFamily ? holdersOf(context) : [];
    return context.write({
      ...target,
      act: 'REVIEWED',
      state: 'REVIEWED',
      detail: { ...target.detail, finding: found, justified, reviewedBy: actor.user, reviewedAt: context.at, told },
    });
  });
}
