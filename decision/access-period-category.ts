import type { Day, Instant } from './facts.ts';
import { isDay, isInstant, localDay } from '@trellis/vocabulary';
import type { AccessPeriods } from './rule-set.ts';

/** The end of a record: its outcome, and the day on which the period of that outcome began. */
export interface RecordOutcome {
  readonly outcome: string;
  readonly startedOn: Day;
}

/**
 * The category of a record whose access period may be over (YCJA s. 119 (2)): `within` until the day on which the period ends,
 * `after` from that day on, its anniversary included. An outcome the pack does not know, or a day that is none, is `after`: only an order opens it.
 */
export function accessPeriodCategory(
  periods: AccessPeriods,
  { outcome, startedOn }: RecordOutcome,
  now: Instant,
  timeZone: string,
): string {
  const period = periods.outcomes.find((each) => each.outcome === outcome);
  if (!period || !isDay(startedOn) || !isInstant(now)) return periods.after;
  const { day } = localDay(timeZone, now);
  return startedOn <= day && day < monthsLater(startedOn, period.years * 12 + period.months)
    ? periods.within
    : periods.after;
}

/** The same day of the month so many months later; the last of that month where it has no such day: the stricter reading. */
function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const later = new Date(Date.UTC(year, month - 1 + months, date));
  // A day that does not exist runs over into the next month; day 0 of that month is the last of the one before.
  if (later.getUTCDate() !== date) later.setUTCDate(0);
  return later.toISOString().slice(0, 10);
}
