import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { hideFrom } from '../hide-from.ts';
import { omit } from '../omit.ts';
import { pendingOf, type PendingChange } from '../pending-change.ts';
import type { Actor, Bodies, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/** Confirms what another person asked for: that an authority be recorded, restored, or ended. Binding from then on. */
export async function confirmAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'authority'>> {
  return runOnRecord(dependencies, actor, 'confirmAuthority', 'authority', id, (context, target) => {
    const pending = pendingOf(target);
    if (pending === undefined) throw new RegisterError('CONFLICT', 'nothing of this authority waits to be confirmed');
    if (pending.act === 'RECORD') hideFrom(context, target.body);
    return context.write({
      ...target,
      act: acts[pending.act],
      state: null,
      body: changed(target.body, pending),
      detail: {
        ...omit(target.detail, 'pending'),
        confirmedBy: actor.user,
        confirmedByAgency: actor.agency,
        ...(pending.reason === undefined ? {} : { reason: pending.reason }),
      },
    });
  });
}

const acts = { RECORD: 'RECORDED', RESTORE: 'RESTORED', END: 'ENDED' } as const;

function changed(proposed: Bodies['authority'], { act, on }: PendingChange): Bodies['authority'] {
  const body = omit(proposed, 'confirmed');
  if (act === 'RESTORE') return { ...body, suspended: false };
  return act === 'END' ? { ...body, to: on ?? body.to } : body;
}
