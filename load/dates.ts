import { dayOf } from '@trellis/subgraph-kit';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The date if it is one that exists, `YYYY-MM-DD`; otherwise undefined. */
export function readDate(text: string | undefined): string | undefined {
  const parts = text === undefined ? null : day.exec(text);
  if (!parts) return undefined;
  const read = new Date(`${parts[0]}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== parts[0] ? undefined : parts[0];
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** The instant in UTC if the text is a date and time; without an offset it is read as UTC. */
export function readInstant(text: string | undefined): string | undefined {
  const parts = text === undefined ? null : instant.exec(text);
  if (!parts || readDate(text?.slice(0, 10)) === undefined) return undefined;
  const read = new Date(parts[3] === undefined ? `${parts[0]}Z` : parts[0]);
  return Number.isNaN(read.getTime()) ? undefined : read.toISOString();
}

/**
 * The day of a date, or of a date and time: where that has an offset of its own, the day it was there; where it is in UTC, the network's day.
 * A date without its day is none.
 */
export function readDay(text: string | undefined): string | undefined {
  const whole = text?.trim();
  const at = readInstant(whole);
  if (whole === undefined || at === undefined) return readDate(whole);
  return whole.endsWith('Z') ? dayOf(Date.parse(at)) : whole.slice(0, 10);
}

/** Completed years from a birth date to a day. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
