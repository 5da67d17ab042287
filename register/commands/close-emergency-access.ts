import type { Dependencies } from '../dependencies.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

export async function closeEmergencyAccess(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'emergency'>> {
  return runOnRecord(dependencies, actor, 'closeEmergencyAccess', 'emergency', id, (context, target) => {
    if (target.body.closedAt !== null) return target;
    return context.write({ ...target, act: 'CLOSED', body: { ...target.body, closedAt: context.at } });
  });
}
