import type { Instant } from '@trellis/decision';
import type { Queryable } from '@trellis/platform';
import { lockForWriting } from './append.ts';
import { RegisterError } from './error.ts';
import type { Actor } from './records.ts';

/**
 * Destroys what the register holds of a child: nothing of its records can be read or replayed any more. That something happened, when and by
 * whom stays. Refused while a legal hold stands. The version rises, so that a request in flight that decided on it is not released.
 */
export async function eraseChild(tx: Queryable, at: Instant, actor: Actor, child: string): Promise<void> {
  const versions = await lockForWriting(tx, [child]);
  const { rows } = await tx.query(
    "select 1 from register.record where about = $1 and kind = 'legal-hold' and state = 'STANDING' limit 1",
    [child],
  );
  if (rows.length > 0) throw new RegisterError('CONFLICT', 'a legal hold stands: nothing of this child is erased');
  const version = (versions.get(child) ?? 0) + 1;
  await tx.query('update register.event set body = null, detail = null where about = $1 and body is not null', [child]);
  await tx.query('delete from register.record where about = $1', [child]);
  await tx.query(
    `insert into register.event (about, version, ordinal, at, act, actor, kind, record)
     values ($1, $2, 0, $3, 'ERASED', $4, 'child', 'child:' || $1)`,
    [child, version, new Date(at), JSON.stringify(actor)],
  );
  await tx.query(
    'update register.version set version = $2, changed_at = greatest($3::timestamptz, changed_at) where about = $1',
    [child, version, new Date(at)],
  );
}
