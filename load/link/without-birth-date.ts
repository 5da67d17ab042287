import type { SourcePerson } from '../source-item.ts';

/** The same person, of whom the birth date is not known. */
export function withoutBirthDate(person: SourcePerson): SourcePerson {
  return Object.fromEntries(Object.entries(person).filter(([name]) => name !== 'birthDate')) as unknown as SourcePerson;
}
