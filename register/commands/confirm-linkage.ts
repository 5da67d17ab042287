import { checkLinkage } from '../check-linkage.ts';
import type { Dependencies } from '../dependencies.ts';
import { RegisterError } from '../error.ts';
import { mergeRecords } from '../merge-records.ts';
import { ofKind } from '../record-kind.ts';
import { recordsAbout } from '../records-about.ts';
import type { Actor, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';
import { splitRecords } from '../split-records.ts';

/** Does what another officer proposed. From then on, on every gateway, each id answers as the other, or each for itself. */
export async function confirmLinkage(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
): Promise<Recorded<'linkage'>> {
  const { rows } = await dependencies.database.query<{ other: string }>(
    "select body->>'other' as other from register.record where id = $1 and kind = 'linkage'",
    [id],
  );
  const others = rows.map(({ other }) => other);
  const confirm = async (context: CommandContext, target: Recorded<'linkage'>): Promise<Recorded<'linkage'>> => {
    if (target.body.state === 'DONE') throw new RegisterError('CONFLICT', 'this is done already');
    if (target.body.state !== 'PROPOSED') throw new RegisterError('CONFLICT', 'this proposal was dropped');
    // Things may have moved since it was proposed.
    await checkLinkage(context, target.body);
    // Who works with either must look for its records under both ids, or under each again.
    const there = [...context.records, ...(await recordsAbout(context.tx, target.body.other))];
    const agencies = [...new Set(ofKind(there, 'involvement').map(({ body }) => body.agency))].sort();
    await (target.body.act === 'MERGE'
      ? mergeRecords(context, target.body)
      : splitRecords(dependencies, context, target.body));
    return context.write({
      ...target,
      act: target.body.act === 'MERGE' ? 'MERGED' : 'SPLIT',
      state: 'DONE',
      body: { ...target.body, state: 'DONE', doneAt: context.at },
      detail: { ...target.detail, confirmedBy: actor.user, agencies },
    });
  };
  return runOnRecord(dependencies, actor, 'confirmLinkage', 'linkage', id, confirm, others);
}
