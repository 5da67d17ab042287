import type { Queryable } from '@trellis/platform';
import { onRecord, onRecordsOf, type Tools } from '../desk.ts';
import { eraseChild } from '../erase-child.ts';
import { readInput } from '../inputs.ts';
import type { Actor, Recorded } from '../records.ts';

export function erasureCommands(tools: Tools) {
  return {
    /** Asks that everything the register holds of a child be destroyed. Nothing is, until another officer confirms it. */
    async requestErasure(actor: Actor, given: unknown): Promise<Recorded<'erasure'>> {
      const { child, reason } = readInput(tools.inputs.erasure, given);
      return onRecordsOf(tools, actor, { mutation: 'requestErasure', about: child }, (work) => {
        const id = tools.newId();
        return work.happen({
          act: 'ERASURE_REQUESTED',
          kind: 'erasure',
          id,
          state: 'REQUESTED',
          body: { id, at: work.at },
          detail: { by: actor.user, reason },
        });
      });
    },

    /**
     * Destroys it, under every id of the child; `forget` does the same where more is kept of it, in the same transaction. That something
     * happened, when and by whom stays. Refused while a legal hold stands.
     */
    async confirmErasure(
      actor: Actor,
      id: string,
      forget: (tx: Queryable, ids: readonly string[]) => Promise<void>,
    ): Promise<Recorded<'erasure'>> {
      return onRecord(tools, actor, 'confirmErasure', 'erasure', id, async ({ tx, at }, target) => {
        await forget(tx, await eraseChild(tx, at, actor, target.about));
        return { ...target, state: 'ERASED', detail: {} };
      });
    },
  };
}
