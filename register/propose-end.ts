import { RegisterError } from './error.ts';
import { omit } from './omit.ts';
import { pendingOf } from './pending-change.ts';
import { proposeChange } from './propose-change.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

type Restricting = 'relation' | 'harm-refusal';

/** Asks that what restricts end. */
export function proposeEnd<Kind extends Restricting>(
  context: CommandContext,
  target: Recorded<Kind>,
  reason: string,
): Recorded<Kind> {
  requireStanding(context, target);
  return proposeChange(context, target, { act: 'END', reason });
}

/** Ends what restricts, from now on, as another person asked. */
export function confirmEnd<Kind extends Restricting>(context: CommandContext, target: Recorded<Kind>): Recorded<Kind> {
  requireStanding(context, target);
  const pending = pendingOf(target);
  if (pending === undefined) throw new RegisterError('CONFLICT', 'nothing of this record waits to be confirmed');
  return context.write<Kind>({
    ...target,
    act: 'ENDED',
    state: 'ENDED',
    body: { ...target.body, to: Math.max(context.at, target.body.from + 1) },
    detail: { ...omit(target.detail, 'pending'), confirmedBy: context.actor.user, endedFor: pending.reason },
  });
}

function requireStanding({ at }: CommandContext, target: Recorded<Restricting>): void {
  const { to } = target.body;
  if (to !== null && to <= at) throw new RegisterError('CONFLICT', 'this record has ended');
}
