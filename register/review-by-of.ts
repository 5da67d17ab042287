import type { Instant } from '@trellis/decision';
import type { Recorded } from './records.ts';

/** Milliseconds after an emergency access was opened within which it must be reviewed. */
export const reviewWithinMs = 72 * 3_600_000;

/** The instant by which an emergency access must have been reviewed. */
export function reviewByOf({ body, detail }: Recorded<'emergency'>): Instant {
  const { reviewBy } = detail;
  return typeof reviewBy === 'number' ? reviewBy : body.openedAt + reviewWithinMs;
}
