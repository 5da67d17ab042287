import { RegisterError } from './error.ts';
import { pendingOf, type PendingChange } from './pending-change.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Asks for a change of a record that a second person must confirm. Asked for twice by the same person is once. */
export function proposeChange<Kind extends 'authority' | 'order' | 'relation' | 'harm-refusal'>(
  context: CommandContext,
  target: Recorded<Kind>,
  change: Pick<PendingChange, 'act' | 'reason' | 'on'>,
): Recorded<Kind> {
  const { user, agency } = context.actor;
  const before = pendingOf(target);
  if (before !== undefined) {
    if (before.by === user && before.act === change.act && before.on === change.on) return target;
    throw new RegisterError(
      'CONFLICT',
      'a change of this record waits to be confirmed already',
      undefined,
      'WAITS_ALREADY',
    );
  }
  const pending: PendingChange = { ...change, by: user, byAgency: agency };
  return context.write({ ...target, act: `${change.act}_PROPOSED`, detail: { ...target.detail, pending } });
}
