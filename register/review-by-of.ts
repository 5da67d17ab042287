import type { Instant } from '@trellis/decision';
import type { Recorded } from './records.ts';

/** How long after an emergency access was opened it must be reviewed. */
export const reviewWithinMs = 72 * 3_600_000;

/** When an emergency access must have been reviewed. */
export function reviewByOf({ body, detail }: Recorded<'emergency'>): Instant {
  const { reviewBy } = detail;
  return typeof reviewBy === 'number' ? reviewBy : body.openedAt + reviewWithinMs;
}
