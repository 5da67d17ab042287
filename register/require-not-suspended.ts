import { dayIn } from '@trellis/vocabulary';
import { RegisterError } from './error.ts';
import { ofKind } from './record-kind.ts';
import type { CommandContext } from './run-command.ts';
import { suspendedBy } from './suspended-by.ts';

/**
 * Throws CONFLICT where somebody whose authority over this child is suspended would be given another one by others than those who suspended it, or the network: it would be
 * given back that way. A court that says so is named as the order.
 */
export function requireNotSuspended(
  { rules, at, records }: CommandContext,
  holder: string,
  { proposer, order }: { readonly proposer: string; readonly order: unknown },
): void {
  if (proposer === 'network' || typeof order === 'string') return;
  const today = dayIn(rules.ruleSet.timeZone, at);
  const suspended = ofKind(records, 'authority').filter(
    ({ body }) => body.holder === holder && (body.to === null || body.to > today),
  );
  if (suspended.flatMap(suspendedBy).some((agency) => agency !== proposer))
    throw new RegisterError(
      'CONFLICT',
      'an authority of this person over this child is suspended by another agency',
      undefined,
      'SUSPENDED_ELSEWHERE',
    );
}
