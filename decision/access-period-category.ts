import type { Day, Instant } from './facts.ts';
import { isDay, isInstant, localDay } from './local-day.ts';
import type { AccessPeriods } from './rule-set.ts';

/** How a record ended: with which outcome, and on which day the period of that outcome began. */
export interface RecordOutcome {
  readonly outcome: string;
  readonly startedOn: Day;
}

/**
 * The category of a record whose access period may be over (YCJA s. 119 (2)): `within` until the period ends, `after` from that
 * day on. An outcome the pack does not know, or a day that is none, is `after`: only an order opens it.
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
  return startedOn <= day && day < dayAfter(startedOn, period.years * 12 + period.months)
    ? periods.within
    : periods.after;
}

/** The same day of the month so many months later; where that month has no such day, the first of the next. */
function dayAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const later = new Date(Date.UTC(year, month - 1 + months, date));
  // A day that does not exist runs over into the next month, by as many days as are missing.
  if (later.getUTCDate() !== date) later.setUTCDate(1);
  return later.toISOString().slice(0, 10);
}
