import type { Day } from '@trellis/decision';
import { addDays, later, yearsBefore } from './days.ts';
import { givenNames, municipalities, streets, surnames, type Community } from './names.ts';
import { drawNetworkId } from './network-id.ts';
import type { Random } from './random.ts';

interface Person {
  readonly given: string;
  readonly surname: string;
  readonly birthDate: Day;
  readonly sex: 'F' | 'M';
}

interface Caregiver extends Person {
  /** The token `sub` of this person, and so the holder of an authority. */
  readonly sub: string;
  readonly relation: 'mother' | 'father' | 'grandparent';
  readonly telephone: string;
  /** False for a parent with access only, who lives elsewhere. */
  readonly custodial: boolean;
}

export interface FamilyChild extends Person {
  /** The network identifier. */
  readonly id: string;
  /** The token `sub` of this child. */
  readonly sub: string;
}

export interface DrawnFamily {
  readonly key: string;
  readonly surname: string;
  readonly language: 'en' | 'fr';
  readonly street: string;
  readonly municipality: string;
  readonly postalCode: string;
  readonly caregivers: readonly Caregiver[];
  /** Eldest first. */
  readonly children: readonly FamilyChild[];
}

/** One family, whole: who they are and where they live. Children were born to caregivers of 18 to 44, at least ten months apart, and are under 18 `asOf`. */
export function drawFamily(random: Random, key: string, asOf: Day): DrawnFamily {
  const community: Community = random.chance(0.12) ? 'anishinaabe' : random.chance(0.3) ? 'fr' : 'en';
  const surname = random.pick(surnames[community]);
  const town = random.pick(municipalities);
  const births = drawBirths(random, asOf);
  const eldest = births[0] ?? asOf;
  return {
    key,
    surname,
    language: community === 'fr' ? 'fr' : 'en',
    street: `${String(random.between(1, 240))} ${random.pick(streets)}`,
    municipality: town.name,
    postalCode: `${town.postalPrefix} ${String(random.between(1, 9))}${random.pick(['A', 'B', 'E', 'G', 'H'])}${String(random.between(0, 9))}`,
    caregivers: drawCaregivers(random, key, community, surname, eldest),
    children: births.map((birthDate, at) => {
      const sex = random.pick(['F', 'M'] as const);
      return {
        id: drawNetworkId(random),
        sub: `child-${key}-${String(at + 1)}`,
        given: random.pick(givenNames[community][sex]),
        surname,
        birthDate,
        sex,
      };
    }),
  };
}

function drawBirths(random: Random, asOf: Day): Day[] {
  const births = [addDays(yearsBefore(asOf, 18), random.between(1, 365 * 16))];
  const wanted = random.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  while (births.length < wanted) {
    const next = addDays(births[births.length - 1] ?? asOf, random.between(310, 1_400));
    if (next > asOf) break;
    births.push(next);
  }
  return births;
}

function drawCaregivers(random: Random, key: string, community: Community, surname: string, eldest: Day): Caregiver[] {
  const parent = (relation: 'mother' | 'father', custodial: boolean): Caregiver => {
    const sex = relation === 'mother' ? 'F' : 'M';
    return {
      sub: `${relation}-${key}`,
      relation,
      custodial,
      given: random.pick(givenNames[community][sex]),
      surname,
      sex,
      birthDate: addDays(yearsBefore(eldest, random.between(19, 38)), random.between(-300, 300)),
      telephone: `705-555-01${String(random.between(0, 99)).padStart(2, '0')}`,
    };
  };
  const shape = random.next();
  if (shape < 0.55) return [parent('mother', true), parent('father', true)];
  if (shape < 0.8) return [parent('mother', true), parent('father', false)];
  if (shape < 0.92) return [parent('mother', true)];
  const grandparent = parent('mother', true);
  return [
    {
      ...grandparent,
      sub: `grandparent-${key}`,
      relation: 'grandparent',
      birthDate: later(yearsBefore(grandparent.birthDate, 22), '1945-01-01'),
    },
  ];
}
