import type { Day } from './facts.ts';
import { isDay, yearsLived } from '@trellis/vocabulary';

/** The ages a child may have on a day: one where the birth date is known, every age where it is unknown or not yet come. */
export interface AgeRange {
  readonly least: number;
  readonly most: number;
}

const oldest = 1000;

/**
 * Full years on this day. A birthday counts from its first moment; one on 29 February falls on 1 March in other years. Where the
 * birth date is unknown or has not come, the child may be of any age below the limit, or of any at all where there is none.
 */
export function ageOn(day: Day, birthDate: Day | null, unknownBelow: number | null = null): AgeRange {
  if (!isDay(birthDate) || day < birthDate)
    return { least: 0, most: unknownBelow === null ? oldest : unknownBelow - 1 };
  const age = yearsLived(birthDate, day);
  return { least: age, most: age };
}

/** The day of a birthday, for comparing with other days; undefined where the birth date is unknown. */
export function birthday(birthDate: Day | null, age: number): Day | undefined {
  if (!isDay(birthDate) || !Number.isFinite(age)) return undefined;
  return `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}`;
}
