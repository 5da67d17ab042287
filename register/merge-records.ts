import { decidesWith } from './decides-with.ts';
import { decidingWith } from './deciding-with.ts';
import { moveRecord } from './move-record.ts';
import { isKind, ofKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Linkage, Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/**
 * Everything of both lies under one id: a refusal, a lock, an order or a hold of either holds for both. Those who decide by the one record decide together with those who
 * decide by the other, as whoever is recorded anew does.
 */
export async function mergeRecords(context: CommandContext, { kept, other }: Linkage): Promise<void> {
  const came = await recordsAbout(context.tx, other);
  const [own, theirs] = [ofKind(context.records, 'authority'), ofKind(came, 'authority')];
  for (const record of came) {
    moveRecord(context, isKind(record, 'authority') ? joined(context, record, own) : record, other, kept, {
      from: other,
    });
  }
  for (const record of own) {
    const wider = joined(context, record, theirs);
    if (wider.body.jointWith.length > record.body.jointWith.length) context.write({ ...wider, act: 'JOINED' });
  }
  await context.tx.query('insert into register.merged (child, into_child) values ($1, $2)', [other, kept]);
}

function joined(
  context: CommandContext,
  record: Recorded<'authority'>,
  others: readonly Recorded<'authority'>[],
): Recorded<'authority'> {
  return { ...record, body: decidingWith(record, decidesWith(context, record.body, others)) };
}
