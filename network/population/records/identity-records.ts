import type { IdentityRecords } from '@trellis/subgraph-identity';
import type { Life, Occurrence } from '../life.ts';
import { ownNumbers } from './numbers.ts';
import { source, sourced } from './sourced.ts';

/** One child in so many has told a name of its own. */
const everyChosen = 20;
const chosen = ['Sacha', 'Robin', 'Alex', 'Noa', 'Charlie'];

/** The identity of the children, how to reach them, and each agency's own number for those it knows. */
export function identityRecords(lives: readonly Life[], occurrences: readonly Occurrence[]): IdentityRecords {
  const inOccurrence = new Set(occurrences.flatMap(({ people }) => people.map(({ life }) => life.child.id)));
  return {
    children: lives.map(({ child }) => ({
      id: child.id,
      source,
      sourceId: child.sub,
      givenName: child.given,
      familyName: child.surname,
      birthDate: child.birthDate,
    })),
    numbers: lives.flatMap((life) =>
      Object.entries(ownNumbers(life, inOccurrence.has(life.child.id))).map(([agency, number]) => ({
        ...sourced(`number/${agency}/${life.child.sub}`),
        child: life.child.id,
        agency,
        number,
      })),
    ),
    chosenNames: lives
      .filter((_, index) => index % everyChosen === everyChosen - 1)
      .map(({ child }, index) => ({
        ...sourced(`chosen-name/${child.sub}`),
        child: child.id,
        name: chosen[index % chosen.length] ?? 'Sacha',
      })),
    contacts: lives.map(({ child, family }) => ({
      ...sourced(`contact/${child.sub}`),
      child: child.id,
      phone: family.caregivers[0]?.telephone ?? null,
      email: null,
      address: family.street,
      city: family.municipality,
      postalCode: family.postalCode,
    })),
  };
}
