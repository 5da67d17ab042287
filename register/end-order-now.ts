import { omit } from './omit.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/** Ends an order at this moment. One that has not begun never binds: a period without an instant in it cannot be read, and forbids. */
export function endOrderNow(
  context: CommandContext,
  target: Recorded<'order'>,
  reason: string | undefined,
): Recorded<'order'> {
  const ended = target.body.from < context.at ? { to: context.at } : { confirmed: false };
  return context.write({
    ...target,
    act: 'ENDED',
    state: 'ENDED',
    body: { ...target.body, ...ended },
    detail: { ...omit(target.detail, 'pending'), endedBy: context.actor.user, endedFor: reason ?? null },
  });
}
