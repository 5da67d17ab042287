import type { Day } from '@trellis/decision';

/** Checks whether a half-open span of days holds a day at all. */
export function isDayPeriodFrom(from: Day, to: Day | null): boolean {
  return to === null || from < to;
}
