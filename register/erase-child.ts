import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { lockForWriting } from './append.ts';
import { idsOf } from './ids-of.ts';
import { RegisterError } from './error.ts';
import { raiseVersions } from './raise-versions.ts';
import type { Actor } from './records.ts';

/**
 * Destroys what the register holds of a child: nothing of its records can be read or replayed any more. That something happened, when and by
 * whom stays. Refused while a legal hold stands. The version rises, so that a request in flight that decided on it is not released. With it goes
 * every id that was merged into this one, or this one into; returns them all.
 */
export async function eraseChild(tx: Queryable, at: Instant, actor: Actor, child: string): Promise<readonly string[]> {
  const { kept } = await idsOf(tx, child);
  const ids = [...(await lockForWriting(tx, [kept])).keys()].sort();
  const { rows } = await tx.query(
    "select 1 from register.record where about = $1 and kind = 'legal-hold' and state = 'STANDING' limit 1",
    [kept],
  );
  if (rows.length > 0)
    throw new RegisterError(
      'CONFLICT',
      'a legal hold stands: nothing of this child is erased',
      undefined,
      'LEGAL_HOLD',
    );
  await tx.query(
    'update register.event set body = null, detail = null where about = any($1::text[]) and body is not null',
    [ids],
  );
  await tx.query('delete from register.record where about = $1', [kept]);
  await tx.query('delete from register.name_key where child = any($1::text[])', [ids]);
  await tx.query('update register.history set last = last + 1 where about = any($1::text[])', [ids]);
  await tx.query(
    `insert into register.event (about, version, ordinal, at, act, actor, kind, record)
     select about, last, 0, $3::timestamptz, 'ERASED', $2::jsonb, 'child', 'child:' || about
     from register.history where about = any($1::text[])`,
    [ids, JSON.stringify(actor), new Date(at)],
  );
  const { rows: opened } = await tx.query<{ name: string }>(
    `select about as name from register.version where split_part(about, ' ', 1) = any($1::text[])`,
    [ids],
  );
  await raiseVersions(tx, [...ids, ...opened.map(({ name }) => name)], at);
  return ids;
}
