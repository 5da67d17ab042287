import { moveRecord } from './move-record.ts';
import { recordsAbout } from './records-about.ts';
import type { Linkage } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Everything of both lies under one id: a refusal, a lock, an order or a hold of either holds for both. */
export async function mergeRecords(context: CommandContext, { kept, other }: Linkage): Promise<void> {
  for (const record of await recordsAbout(context.tx, other)) moveRecord(context, record, other, kept, { from: other });
  await context.tx.query('insert into register.merged (child, into_child) values ($1, $2)', [other, kept]);
}
