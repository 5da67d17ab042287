import { startOfDay } from '@trellis/vocabulary';
import type { Day, Instant } from '../facts.ts';

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/**
 * The instant at which a FHIR date or dateTime begins and the instant at which it is over; undefined where it cannot be read.
 * `2022`, `2022-06` and `2022-06-13` are a year, a month, a day of the given zone; a time lasts as long as it is precise.
 */
export function readDateTime(text: string, timeZone: string): { begins: Instant; over: Instant } | undefined {
  if (!text.includes('T')) {
    const days = readDays(text);
    return days && { begins: startOfDay(timeZone, days.first), over: startOfDay(timeZone, days.after) };
  }
  const parts = shape.exec(text);
  const day = readDays(text.slice(0, 10));
  if (!parts || !day) return undefined;
  const fraction = parts[4];
  const second = Date.parse(fraction === undefined ? text : text.replace(fraction, ''));
  if (Number.isNaN(second)) return undefined;
  const begins = second + Math.floor(Number(fraction ?? 0) * 1000);
  return { begins, over: begins + (fraction === undefined ? 1000 : 1) };
}

/** The days that a FHIR date covers, half-open; undefined for a time, and for a day that no calendar has. */
export function readDays(text: string): { first: Day; after: Day } | undefined {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || text.includes('T')) return undefined;
  const first = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const next = new Date(`${first}T00:00:00Z`);
  if (Number.isNaN(next.valueOf()) || isoDay(next) !== first) return undefined;
  if (day !== undefined) next.setUTCDate(next.getUTCDate() + 1);
  else if (month !== undefined) next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { first, after: isoDay(next) };
}

/** The day before: FHIR counts the last day of a period in, Trellis does not. */
export function dayBefore(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return isoDay(date);
}

const isoDay = (date: Date): Day => date.toISOString().slice(0, 10);
