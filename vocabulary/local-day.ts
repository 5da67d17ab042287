/** Milliseconds since the epoch. */
export type Instant = number;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** A calendar day somewhere, as the half-open span of instants that are that day there. */
export interface LocalDay {
  readonly day: Day;
  readonly start: Instant;
  readonly end: Instant;
}

const dayLength = 86_400_000;
/** No offset from UTC, nor any shift of one, is larger. */
const mostOffset = 30 * 3_600_000;
const mostKept = 5000;
const [earliest, latest] = [Date.UTC(1000, 1), Date.UTC(9999, 1)];

const formats = new Map<string, Intl.DateTimeFormat>();
const kept = new Map<string, LocalDay[]>();

/** Checks whether this is an instant whose year has four digits, so that its day compares as text. */
export function isInstant(instant: unknown): instant is Instant {
  return typeof instant === 'number' && instant >= earliest && instant < latest;
}

/** Checks whether this is a day that exists, written `YYYY-MM-DD`. */
export function isDay(day: unknown): day is Day {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Checks whether a span of days can be read; either end may be open. */
export function isDayPeriod(from: Day | null, to: Day | null): boolean {
  return (from === null || isDay(from)) && (to === null || isDay(to)) && (from === null || to === null || from < to);
}

/** Checks whether a day lies in a readable span of days, half-open. */
export function isDayWithin(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

/** Full years from a birth date to a day. A birthday on 29 February falls on 1 March in other years. */
export function yearsLived(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function isTimeZone(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The day it is in this zone at this instant, `YYYY-MM-DD`; the instant must be one that `isInstant`. */
export function dayIn(timeZone: string, instant: Instant): Day {
  return localDay(timeZone, instant).day;
}

/** The first instant of a day in a zone; of a day that a zone skipped, the first instant after it. */
export function startOfDay(timeZone: string, day: Day): Instant {
  const format = formatOf(timeZone);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return firstWhere(midnight - mostOffset, midnight + mostOffset, (at) => format.format(at) >= day);
}

/**
 * The instant that clocks in a zone show as this date and time, `YYYY-MM-DDTHH:MM[:SS[.SSS]]`; NaN where that cannot be read. An hour that
 * clocks show twice is one of the two; of one that they skip, it is the hour beside it.
 */
export function instantAt(timeZone: string, clock: string): Instant {
  const asUtc = Date.parse(`${clock}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  return asUtc - offsetAt(timeZone, asUtc - offsetAt(timeZone, asUtc));
}

/** Milliseconds by which clocks in a zone are ahead of UTC at this instant. */
function offsetAt(timeZone: string, instant: Instant): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds = '0'] = /([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** The day it is in this zone at this instant, and when that day begins and ends there (23 to 25 hours apart, as a rule). */
export function localDay(timeZone: string, now: Instant): LocalDay {
  const key = `${timeZone} ${Math.floor(now / dayLength)}`;
  const days = kept.get(key) ?? [];
  const known = days.find((each) => each.start <= now && now < each.end);
  if (known) return known;
  const format = formatOf(timeZone);
  const day = format.format(now);
  const found = {
    day,
    start: firstWhere(now - mostOffset, now, (at) => format.format(at) >= day),
    end: firstWhere(now, now + mostOffset, (at) => format.format(at) > day),
  };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, [...days, found]);
  return found;
}

/** The first instant in (low, high] for which this holds, given that it does not at low, does at high, and changes once. */
function firstWhere(low: Instant, high: Instant, holds: (at: Instant) => boolean): Instant {
  let before = Math.floor(low);
  let after = Math.ceil(high);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
}
