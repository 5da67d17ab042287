import { decidesWith } from '../decides-with.ts';
import { decidingWith } from '../deciding-with.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { hideFrom } from '../hide-from.ts';
import { omit } from '../omit.ts';
import { pendingOf, type PendingChange } from '../pending-change.ts';
import { ofKind } from '../record-kind.ts';
import type { Actor, Bodies, Detail, Recorded } from '../records.ts';
import { requireNotSuspended } from '../require-not-suspended.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';
import { suspendedBy } from '../suspended-by.ts';

/** Confirms what another person asked for: that an authority be recorded, restored, or ended. Binding from then on. */
export async function confirmAuthority(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'authority'>> {
  return runOnRecord(dependencies, actor, 'confirmAuthority', 'authority', id, (context, target) => {
    const pending = pendingOf(target);
    if (pending === undefined) throw new RegisterError('CONFLICT', 'nothing of this authority waits to be confirmed');
    return context.write({
      ...target,
      act: acts[pending.act],
      state: null,
      ...changed(context, target, pending),
    });
  });
}

const acts = { RECORD: 'RECORDED', RESTORE: 'RESTORED', END: 'ENDED' } as const;

type Changed = Readonly<{ body: Bodies['authority']; detail: Detail }>;

function changed(context: CommandContext, target: Recorded<'authority'>, pending: PendingChange): Changed {
  const { user, agency } = context.actor;
  const body = omit(target.body, 'confirmed');
  const detail = {
    ...omit(target.detail, 'pending'),
    confirmedBy: user,
    confirmedByAgency: agency,
    ...(pending.reason === undefined ? {} : { reason: pending.reason }),
  };
  switch (pending.act) {
    case 'RECORD':
      requireNotSuspended(context, body.holder, { proposer: pending.byAgency, order: target.detail['order'] });
      hideFrom(context, body);
      // Others may have been confirmed since it was proposed.
      return {
        body: decidingWith({ body, detail }, decidesWith(context, body, ofKind(context.records, 'authority'))),
        detail,
      };
    case 'RESTORE':
      return restored({ body, detail }, stillSuspendedBy(target, pending.byAgency, agency));
    case 'END':
      return { body: { ...body, to: pending.on ?? body.to }, detail };
  }
}

/** The agencies whose suspension stays. Two of the network lift everybody's, and any others their own. */
function stillSuspendedBy(target: Recorded<'authority'>, first: string, second: string): readonly string[] {
  const lifting = first === 'network' ? second : first;
  return lifting === 'network' ? [] : suspendedBy(target).filter((agency) => agency !== lifting);
}

function restored({ body, detail }: Changed, [first, ...others]: readonly string[]): Changed {
  return {
    body: { ...body, suspended: first !== undefined },
    detail: first === undefined ? detail : { ...detail, suspendedByAgency: first, alsoSuspendedBy: others },
  };
}
