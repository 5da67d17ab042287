import type { Dependencies } from '../dependencies.ts';
import { endOrderNow } from '../end-order-now.ts';
import { RegisterError } from '../error.ts';
import { isByCourt } from '../is-by-court.ts';
import { isKind } from '../record-kind.ts';
import { recordsAbout } from '../records-about.ts';
import { pendingOf } from '../pending-change.ts';
import type { Actor, Detail, Recorded } from '../records.ts';
import { type CommandContext, runOnRecord } from '../run-command.ts';

/**
 * Confirms an order that another person recorded, for every child it names, or the end of one that another person asked for. What a
 * family member hid for a while stays hidden from then on.
 */
export async function confirmOrder(dependencies: Dependencies, actor: Actor, id: string): Promise<Recorded<'order'>> {
  const others = await childrenOf(dependencies, id);
  const confirm = async (context: CommandContext, target: Recorded<'order'>): Promise<Recorded<'order'>> => {
    if (target.state === 'ENDED') throw new RegisterError('CONFLICT', 'this order has ended');
    const pending = pendingOf(target);
    if (pending?.act === 'END') return endOrderNow(context, target, pending.reason);
    if (target.body.confirmed && target.state !== 'UNCONFIRMED')
      throw new RegisterError('CONFLICT', 'this order is confirmed already');
    for (const other of await togetherWith(context, target, others)) confirmed(context, other);
    return confirmed(context, target);
  };
  return runOnRecord(dependencies, actor, 'confirmOrder', 'order', id, confirm, others);
}

function confirmed(context: CommandContext, target: Recorded<'order'>): Recorded<'order'> {
  return context.write({
    ...target,
    act: 'CONFIRMED',
    state: 'CONFIRMED',
    body: { ...target.body, confirmed: true, ...(isByCourt(target) ? {} : { to: null }) },
    detail: { ...target.detail, confirmedBy: context.actor.user },
  });
}

/** The same order's records for the other children, that are still to be confirmed. */
async function togetherWith(
  { tx }: CommandContext,
  target: Recorded<'order'>,
  others: readonly string[],
): Promise<readonly Recorded<'order'>[]> {
  const ids = idsIn(target.detail, 'together');
  const there = await Promise.all(others.map((about) => recordsAbout(tx, about)));
  return there
    .flat()
    .filter((record) => isKind(record, 'order'))
    .filter(({ id, state }) => id !== target.id && ids.includes(id) && state === 'UNCONFIRMED');
}

/** The other children under whom the records of an order about several children lie; they are locked with it. */
async function childrenOf({ database }: Dependencies, id: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ about: string }>(
    `select about from register.record
     where id in (select jsonb_array_elements_text(detail->'together') from register.record where id = $1 and kind = 'order') and id <> $1`,
    [id],
  );
  return rows.map(({ about }) => about);
}

function idsIn(detail: Detail, name: string): readonly unknown[] {
  const ids = detail[name];
  return Array.isArray(ids) ? ids : [];
}
