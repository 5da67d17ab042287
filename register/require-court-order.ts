import { RegisterError } from './error.ts';
import { isByCourt } from './is-by-court.ts';
import { ofKind } from './record-kind.ts';
import type { Recorded } from './records.ts';
import type { CommandContext } from './run-command.ts';

/**
 * Throws CONFLICT where an authority is the child's own and no court order is named: with it go the child's refusals and locks, so that it is
 * nobody's to suspend or to end but a court's. The order must have been confirmed.
 */
export function requireCourtOrder(
  { rules, records }: CommandContext,
  { body }: Recorded<'authority'>,
  order: string | null | undefined,
): void {
  // One of a kind that the rules do not know counts as the child's.
  if (rules.authorityKinds.get(body.kind)?.self === false) return;
  if (ofKind(records, 'order').some((each) => each.id === order && each.state === 'CONFIRMED' && isByCourt(each)))
    return;
  throw new RegisterError(
    'CONFLICT',
    "a child's own authority ends or is suspended by a court order: name it as `order`",
    undefined,
    'COURT_ORDER_NEEDED',
  );
}
