import type { Day, Instant } from '@trellis/decision';

const dayMs = 86_400_000;

/** The first instant of a day, UTC. */
export function instantOf(day: Day): Instant {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day an instant falls on, UTC. */
export function dayOf(instant: Instant): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(instantOf(day) + days * dayMs);
}

/** The same day some years before; 29 February becomes the 28th. */
export function yearsBefore(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  return moved.endsWith('-02-29') && dayOf(instantOf(moved)) !== moved ? moved.replace('-29', '-28') : moved;
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((instantOf(to) - instantOf(from)) / dayMs);
}

/** The later of two days. */
export function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** The 1 September on or before a day: when its school year began. */
export function schoolYearOf(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '09-01' ? `${String(year)}-09-01` : `${String(year - 1)}-09-01`;
}
