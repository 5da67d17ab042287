import type { SourcePerson } from '../source-item.ts';
import { areTwoPeople } from './compare-with-known.ts';

/** Of each number by which the people of a file are told apart as two, the first of whom nothing agrees with one before. */
export function toldTwice(persons: readonly SourcePerson[]): readonly SourcePerson[] {
  const first = new Map<string, SourcePerson>();
  const twice = new Map<string, SourcePerson>();
  for (const person of persons) {
    const before = first.get(person.number);
    if (before === undefined) first.set(person.number, person);
    else if (!twice.has(person.number) && areTwoPeople(person, before)) twice.set(person.number, person);
  }
  return [...twice.values()];
}
