import type { Instant } from '@trellis/decision';
import { misfit } from './error.ts';

/** A half-open period as it was given; throws BAD_REQUEST where it holds no moment. */
export function requirePeriod(
  from: Instant,
  to: Instant | null,
): { readonly from: Instant; readonly to: Instant | null } {
  if (to !== null && to <= from) throw misfit('to', 'WRONG_ORDER', 'must come after `from`');
  return { from, to };
}
