import { isProposedKind, type ProposedKind } from '../agreed-by.ts';
import type { Dependencies } from '../dependencies.ts';
import { drop } from '../drop.ts';
import { droppedOf, type DroppedProposal } from '../dropped-proposal.ts';
import { forbidden, RegisterError } from '../error.ts';
import { readInput } from '../inputs.ts';
import { childrenOfOrder, orderTogether } from '../order-together.ts';
import { proposalOf } from '../proposal-of.ts';
import { proposerOf } from '../proposer-of.ts';
import { isKind } from '../record-kind.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';

/** A record, and how the last proposal about it ended. */
export interface RecordDropped {
  readonly record: Recorded<ProposedKind>;
  readonly dropped: DroppedProposal;
}

/**
 * Drops what waits of a record for another person: whoever proposed it takes it back, whoever could agree to it declines it. Nothing is changed by
 * it then, and it stands in nobody's way. Twice is once. What restricts binds already and is not undone so: its end is asked for.
 */
export async function dropProposal(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  reason: string,
): Promise<RecordDropped> {
  const why = readInput(dependencies.inputs.reason, reason, 'reason');
  const { rows } = await dependencies.database.query<{ kind: string }>(
    'select kind from register.record where id = $1',
    [id],
  );
  const kind = rows[0]?.kind;
  if (!isProposedKind(kind)) throw forbidden();
  const others = kind === 'order' ? await childrenOfOrder(dependencies, id) : [];
  const run = async (context: CommandContext, target: Recorded<ProposedKind>): Promise<RecordDropped> => {
    const act = proposalOf(target);
    const before = droppedOf(target);
    if (act === undefined) {
      if (before !== undefined) return { record: target, dropped: before };
      throw new RegisterError('CONFLICT', 'nothing of this record waits for another person');
    }
    const proposer = proposerOf(target) ?? null;
    const isOwn = proposer?.user === actor.user && proposer.agency === actor.agency;
    const dropped: DroppedProposal = {
      act,
      outcome: isOwn ? 'TAKEN_BACK' : 'DECLINED',
      by: actor.user,
      byAgency: actor.agency,
      reason: why,
      at: context.at,
      proposer,
    };
    if (isKind(target, 'order') && act === 'RECORD')
      for (const other of await orderTogether(context, target, others)) context.write(drop(other, dropped));
    const record = context.write(drop(target, dropped)) as Recorded<ProposedKind>;
    return { record, dropped };
  };
  return runOnRecord(dependencies, actor, 'dropProposal', kind, id, run, others);
}
