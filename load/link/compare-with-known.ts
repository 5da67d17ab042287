import { comparePeople, type Comparison } from '@trellis/people';
import type { SourcePerson } from '../source-item.ts';
import type { KnownChild } from './known-children.ts';

/** The comparison of somebody, as a file tells, with a child as identity has it. */
export function comparisonOf(person: SourcePerson, { givenName, familyName, birthDate }: KnownChild): Comparison {
  return comparePeople(person, { given: givenName, family: familyName, birthDate });
}

/** Nothing that both sides say agrees: the number was given to somebody else, or two systems number alike. */
export function isSomebodyElse(person: SourcePerson, known: KnownChild): boolean {
  return sharesNothing(comparisonOf(person, known));
}

/** Nothing that a file says of two people under one number agrees: it is not one person told twice. */
export function areTwoPeople(one: SourcePerson, other: SourcePerson): boolean {
  const { given = '', family = '', birthDate = null } = other;
  return sharesNothing(comparePeople(one, { given, family, birthDate }));
}

function sharesNothing({ verdict, given, birthDate, weight }: Comparison): boolean {
  return verdict === 'DIFFERENT' && given === 'DIFFERENT' && birthDate !== 'SAME' && weight <= 0;
}

/** The differences between what two sources say of one child, in words without values. Silence on one side is no disagreement. */
export function differencesIn({ given, family, birthDate, swapped }: Comparison): readonly ('birth date' | 'name')[] {
  const differs = (agreement: string): boolean => agreement === 'NEAR' || agreement === 'DIFFERENT';
  return [
    ...(differs(birthDate) ? (['birth date'] as const) : []),
    ...(differs(given) || differs(family) || swapped ? (['name'] as const) : []),
  ];
}
