import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** The custodian takes back what it approved, once or by protocol: nothing more is disclosed on it. */
export async function withdrawApproval(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Recorded<'approval'> | Recorded<'standing-approval'>> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  const { rows } = await dependencies.database.query<{ kind: string }>(
    'select kind from register.record where id = $1',
    [id],
  );
  if (rows[0]?.kind === 'standing-approval') {
    return runOnRecord(dependencies, actor, 'withdrawApproval', 'standing-approval', id, (context, target) => {
      if (target.body.withdrawnAt !== undefined)
        throw new RegisterError('CONFLICT', 'this approval is withdrawn already');
      return context.write({
        ...target,
        act: 'WITHDRAWN',
        state: 'WITHDRAWN',
        body: { ...target.body, withdrawnAt: context.at },
        detail: { ...target.detail, withdrawnBy: actor.user, withdrawnFor: why },
      });
    });
  }
  return runOnRecord(dependencies, actor, 'withdrawApproval', 'approval', id, (context, target) => {
    if (target.body.state !== 'APPROVED') throw new RegisterError('CONFLICT', 'this approval does not stand');
    return context.write({
      ...target,
      act: 'WITHDRAWN',
      state: 'LAPSED',
      body: { ...target.body, state: 'LAPSED', until: context.at },
      detail: { ...target.detail, withdrawnBy: actor.user, withdrawnFor: why },
    });
  });
}
