import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

export async function closeInvolvement(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'involvement'>> {
  return runOnRecord(dependencies, actor, 'closeInvolvement', 'involvement', id, (context, target) => {
    if (target.body.to !== null) throw new RegisterError('CONFLICT', 'this involvement is closed already');
    return context.write({ ...target, act: 'CLOSED', state: 'CLOSED', body: { ...target.body, to: context.at } });
  });
}
