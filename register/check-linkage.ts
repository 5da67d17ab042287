import type { Queryable } from '@trellis/platform';
import { misfit, RegisterError } from './error.ts';
import { idsOf } from './ids-of.ts';
import { recordsAbout } from './records-about.ts';
import type { Linkage } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Checks that the linkage can be done as things stand. */
export async function checkLinkage(
  { tx, records: own }: CommandContext,
  { act, kept, other, records }: Linkage,
): Promise<void> {
  if ((await idsOf(tx, kept)).kept !== kept) throw new RegisterError('CONFLICT', 'this id is merged already');
  if (act === 'MERGE') return isFree(tx, other);
  const known = new Set(own.filter((each) => each.kind !== 'linkage').map(({ id }) => id));
  if (records.some((id) => !known.has(id))) throw misfit('records', 'MALFORMED', 'does not fit');
  if ((await idsOf(tx, other)).kept === kept) return;
  await isFree(tx, other);
  if ((await recordsAbout(tx, other)).length > 0)
    throw new RegisterError('CONFLICT', 'the other id is in use, and was not merged into this one');
  if (records.length === 0) throw misfit('records', 'MALFORMED', 'does not fit');
}

/** One step, never a chain: what is merged, or has others merged into it, is not merged again. */
async function isFree(tx: Queryable, child: string): Promise<void> {
  const { rows } = await tx.query('select 1 from register.merged where child = $1 or into_child = $1 limit 1', [child]);
  if (rows.length > 0) throw new RegisterError('CONFLICT', 'the other id is merged already');
}
