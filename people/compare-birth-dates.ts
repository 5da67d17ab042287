import { editDistance } from './edit-distance.ts';

/** The agreement of two birth dates (`YYYY-MM-DD`). `ABSENT`: one side has none. */
export type DateAgreement = 'SAME' | 'NEAR' | 'DIFFERENT' | 'ABSENT';

const day = 86_400_000;

/**
 * `NEAR` is what one date becomes on the way through two systems: a day off, one part that differs, day and month changed about, one digit
 * mistyped or two changed about, or a year alone written as its first of January.
 */
export function compareBirthDates(one: string | null | undefined, other: string | null | undefined): DateAgreement {
  if (one == null || other == null) return 'ABSENT';
  if (one === other) return 'SAME';
  return isNear(one, other) ? 'NEAR' : 'DIFFERENT';
}

function isNear(one: string, other: string): boolean {
  const [year = '', month, date] = one.split('-');
  const [otherYear = '', otherMonth, otherDate] = other.split('-');
  const sameParts = [year === otherYear, month === otherMonth, date === otherDate].filter(Boolean).length;
  // Twins of two years do not share a birthday by mistake: a year that differs must be mistyped to be near.
  if (sameParts === 2 && (year === otherYear || nearYear(year, otherYear))) return true;
  if (year === otherYear && month === otherDate && date === otherMonth) return true;
  if (year === otherYear && (one.endsWith('-01-01') || other.endsWith('-01-01'))) return true;
  if (Math.abs(Date.parse(one) - Date.parse(other)) === day) return true;
  return editDistance(one.replaceAll('-', ''), other.replaceAll('-', ''), 1) === 1;
}

function nearYear(one: string, other: string): boolean {
  return editDistance(one, other, 1) === 1;
}
