import { dayOf, timeZone } from '@trellis/subgraph-kit';
import { instantAt, startOfDay } from '@trellis/vocabulary';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date if it is one that exists, `YYYY-MM-DD`; otherwise undefined. */
export function readDate(text: string | undefined): string | undefined {
  const parts = text === undefined ? null : day.exec(text);
  if (!parts) return undefined;
  // A year that no database keeps, and that nobody here was born in.
  if (parts[1] === undefined || parts[1] < '1800') return undefined;
  const read = new Date(`${parts[0]}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== parts[0] ? undefined : parts[0];
}

/** A day as England's returns write it, `31/12/2013`, or as everybody does. */
export function readDayMonthYear(text: string | undefined): string | undefined {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text?.trim() ?? '');
  return readDate(parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : text?.trim());
}

/** A day without hyphens, `20131231`. */
export function readPlainDay(text: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text?.trim() ?? '');
  return parts ? readDate(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined;
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The instant in UTC if the text is a date and time; without an offset it is what clocks showed where the network is. */
export function readInstant(text: string | undefined): string | undefined {
  const parts = text === undefined ? null : instant.exec(text);
  if (!parts || readDate(text?.slice(0, 10)) === undefined) return undefined;
  const read = parts[3] === undefined ? instantAt(timeZone, parts[0]) : Date.parse(parts[0]);
  return Number.isNaN(read) ? undefined : new Date(read).toISOString();
}

/**
 * The day of a date, or of a date and time: where that has an offset of its own, the day it was there; where it is in UTC, in either of its
 * spellings, the network's day. A date without its day is none.
 */
export function readDay(text: string | undefined): string | undefined {
  const whole = text?.trim();
  const at = readInstant(whole);
  if (whole === undefined || at === undefined) return readDate(whole);
  return /(?:Z|[+-]00:00)$/.test(whole) ? dayOf(Date.parse(at)) : whole.slice(0, 10);
}

/** The day on which somebody was born, as it is written: a midnight that a system adds to it, in whatever zone, moves no birthday. */
export function readBirthday(text: string | undefined): string | undefined {
  const whole = text?.trim();
  return readInstant(whole) === undefined ? readDate(whole) : readDate(whole?.slice(0, 10));
}

/** The instant, or the first one of the network's day where only the day is known. */
export function readMoment(text: string | undefined): string | undefined {
  const whole = text?.trim();
  const day = readDate(whole);
  // Midnight in UTC is the day before in half of the world.
  return day === undefined ? readInstant(whole) : new Date(startOfDay(timeZone, day)).toISOString();
}
