import type { Authority } from '@trellis/decision';
import { isByCourt } from './is-by-court.ts';
import { ofKind } from './record-kind.ts';
import type { CommandContext } from './run-command.ts';

/** Hides where a child is from a new holder of authority too, where it was hidden from the family before. */
export function hideFrom(context: CommandContext, { holder, kind }: Authority): void {
  const { family: role = null, self = false } = context.rules.authorityKinds.get(kind) ?? {};
  if (role === null || self) return;
  for (const order of ofKind(context.records, 'order')) {
    const safe: unknown = order.detail['safe'];
    const isHiding = !isByCourt(order) && order.state !== 'ENDED';
    const isSafe = Array.isArray(safe) && safe.includes(holder);
    const { recipients } = order.body;
    const isNamed = recipients.some((each) => each.role === role && (each.user ?? holder) === holder);
    if (!isHiding || isSafe || isNamed) continue;
    const recipient = { agency: 'family', role, user: holder };
    context.write({ ...order, act: 'WIDENED', body: { ...order.body, recipients: [...recipients, recipient] } });
  }
}
