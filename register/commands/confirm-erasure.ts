import type { Queryable } from '@trellis/platform';
import type { Dependencies } from '../dependencies.ts';
import { eraseChild } from '../erase-child.ts';
import { RegisterError } from '../error.ts';
import type { Actor, Recorded } from '../records.ts';
import { runOnRecord } from '../run-command.ts';

/**
 * Destroys it, under every id of the child; `forget` does the same where more is kept of it, in the same transaction. That something
 * happened, when and by whom stays, and a tombstone of the request. Refused while a legal hold stands.
 */
export async function confirmErasure(
  dependencies: Dependencies,
  actor: Actor,
  id: string,
  forget: (tx: Queryable, ids: readonly string[]) => Promise<void>,
): Promise<Recorded<'erasure'>> {
  return runOnRecord(dependencies, actor, 'confirmErasure', 'erasure', id, async ({ tx, at }, target) => {
    if (target.state !== 'REQUESTED') throw new RegisterError('CONFLICT', 'nothing of this waits to be confirmed');
    await forget(tx, await eraseChild(tx, at, actor, target.about));
    // The tombstone: that there was something, and that it was erased.
    await tx.query(
      `insert into register.record (id, about, kind, agency, state, body, detail)
       values ($1, $2, 'erasure', null, 'ERASED', $3::jsonb, '{}')`,
      [target.id, target.about, JSON.stringify({ id: target.id, at })],
    );
    return { ...target, state: 'ERASED', detail: {} };
  });
}
