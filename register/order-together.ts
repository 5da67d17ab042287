import type { Dependencies } from './dependencies.ts';
import { isKind } from './record-kind.ts';
import { recordsAbout } from './records-about.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** The same order's records for the other children, that stand in one of these states: still to be confirmed, unless said. */
export async function orderTogether(
  { tx }: CommandContext,
  target: Recorded<'order'>,
  others: readonly string[],
  states: readonly string[] = ['UNCONFIRMED'],
): Promise<readonly Recorded<'order'>[]> {
  const { together } = target.detail;
  const ids: readonly unknown[] = Array.isArray(together) ? together : [];
  const there = await Promise.all(others.map((about) => recordsAbout(tx, about)));
  return there
    .flat()
    .filter((record) => isKind(record, 'order'))
    .filter(({ id, state }) => id !== target.id && ids.includes(id) && state !== null && states.includes(state));
}

/** The other children under whom the records of an order about several children lie; they are locked with it. */
export async function childrenOfOrder({ database }: Dependencies, id: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ about: string }>(
    `select about from register.record
     where id in (select jsonb_array_elements_text(detail->'together') from register.record where id = $1 and kind = 'order') and id <> $1`,
    [id],
  );
  return rows.map(({ about }) => about);
}
