import type { SourcePerson } from '../source-item.ts';

export interface Demographics {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string | null;
}

/** A name as it is compared: case, accents written in two ways, and space aside. */
export function comparable(name: string | undefined): string {
  return (name ?? '').normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}

export function hasDemographics(person: SourcePerson): boolean {
  return comparable(person.given) !== '' && comparable(person.family) !== '' && person.birthDate !== undefined;
}

/** Name and birth date as one, for people who have both. */
export function demographicsKey(person: SourcePerson): string {
  return [comparable(person.given), comparable(person.family), person.birthDate ?? ''].join('|');
}

export type Likeness = 'exact' | 'near' | 'none';

/** Near is what one person may have in two systems: a birth date with one part mistyped, a short form of a name, a family name that changed. */
export function likeness(person: SourcePerson, other: Demographics): Likeness {
  const sameGiven = comparable(person.given) === comparable(other.givenName);
  const sameFamily = comparable(person.family) === comparable(other.familyName);
  const sameBirth = person.birthDate === other.birthDate;
  if (sameGiven && sameFamily) {
    if (sameBirth) return 'exact';
    return nearBirth(person.birthDate ?? '', other.birthDate ?? '') ? 'near' : 'none';
  }
  if (!sameBirth) return 'none';
  return sameGiven || (sameFamily && shortForm(comparable(person.given), comparable(other.givenName)))
    ? 'near'
    : 'none';
}

/** What two sources say differently of one child, in words without values. Silence on one side is no disagreement. */
export function disagreements(person: SourcePerson, other: Demographics): readonly ('birth date' | 'name')[] {
  const differs = (one: string | undefined, two: string): boolean =>
    comparable(one) !== '' && comparable(two) !== '' && comparable(one) !== comparable(two);
  return [
    ...(person.birthDate !== undefined && other.birthDate !== null && person.birthDate !== other.birthDate
      ? (['birth date'] as const)
      : []),
    ...(differs(person.given, other.givenName) || differs(person.family, other.familyName) ? (['name'] as const) : []),
  ];
}

function nearBirth(one: string, other: string): boolean {
  const [year, month, day] = one.split('-');
  const [otherYear, otherMonth, otherDay] = other.split('-');
  const same = [year === otherYear, month === otherMonth, day === otherDay].filter(Boolean).length;
  return same === 2 || (year === otherYear && month === otherDay && day === otherMonth);
}

function shortForm(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 2 && (one.startsWith(other) || other.startsWith(one));
}
