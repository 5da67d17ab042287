import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Confirms a protocol that another person proposed: from its first day on it stands. */
export async function confirmStandingApproval(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'standing-approval'>> {
  return runOnRecord(dependencies, actor, 'confirmStandingApproval', 'standing-approval', id, (context, target) => {
    const { confirmed, ...body } = target.body;
    if (confirmed !== false) throw new RegisterError('CONFLICT', 'this protocol is confirmed already');
    if (body.withdrawnAt !== undefined) throw new RegisterError('CONFLICT', 'this protocol is withdrawn');
    return context.write({
      ...target,
      act: 'GRANTED',
      state: 'GRANTED',
      body,
      detail: { ...target.detail, confirmedBy: actor.user, confirmedByAgency: actor.agency, confirmedAt: context.at },
    });
  });
}
