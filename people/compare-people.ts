import { compareBirthDates, type DateAgreement } from './compare-birth-dates.ts';
import { compareParts, sameWhole, type NameAgreement } from './compare-names.ts';
import { foldName } from './fold-name.ts';
import { weights, worthALook } from './weights.ts';

/** The account that one source gives of a person. A name is two parts, or where nobody can tell which is which, whole. */
export interface Person {
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** The whole name as somebody typed it, in any order; used where there are no parts. */
  readonly name?: string | undefined;
  /** `YYYY-MM-DD` */
  readonly birthDate?: string | null | undefined;
}

/**
 * `SAME`: name and birth date agree, but for what a typist leaves out. `CANDIDATE`: could be one person, and only somebody who looks can
 * say. `DIFFERENT`: nothing suggests it.
 */
export type Verdict = 'SAME' | 'CANDIDATE' | 'DIFFERENT';

export interface Comparison {
  readonly verdict: Verdict;
  /** In bits; comparable between candidates for one person. */
  readonly weight: number;
  readonly given: NameAgreement;
  readonly family: NameAgreement;
  readonly birthDate: DateAgreement;
  /** Given and family name are changed about. */
  readonly swapped: boolean;
}

type Names = Pick<Comparison, 'given' | 'family' | 'swapped'>;

/**
 * Compares what two sources say of a person. Symmetric. Only agreement of the whole name and the birth date is `SAME`; no sum of weights
 * decides a doubt by itself.
 *
 * @example comparePeople({ name: 'dubois renee', birthDate: '2013-04-12' }, { given: 'Renée', family: 'Dubois', birthDate: '2013-04-12' }).verdict // 'SAME'
 */
export function comparePeople(one: Person, other: Person): Comparison {
  const names = compareNames(one, other);
  const birthDate = compareBirthDates(one.birthDate, other.birthDate);
  const weight =
    weights.given[names.given] + weights.family[names.family] + weights.birthDate[birthDate] - (names.swapped ? 1 : 0);
  const isSame = names.given === 'SAME' && names.family === 'SAME' && !names.swapped && birthDate === 'SAME';
  const verdict = isSame ? 'SAME' : weight >= worthALook ? 'CANDIDATE' : 'DIFFERENT';
  return { verdict, weight, ...names, birthDate };
}

function compareNames(one: Person, other: Person): Names {
  if (!isWhole(one) && !isWhole(other)) return compareInParts(one, other);
  const a = wholeOf(one);
  const b = wholeOf(other);
  if (a === '' || b === '') return { given: 'ABSENT', family: 'ABSENT', swapped: false };
  if (sameWhole(a, b)) return { given: 'SAME', family: 'SAME', swapped: false };
  // A whole name is tried as every pair of parts that its order allows; the best fit counts.
  const best = splitsOf(one)
    .flatMap((mine) => splitsOf(other).map((theirs) => compareInParts(mine, theirs)))
    .sort((first, second) => weightOf(second) - weightOf(first))[0];
  // A typist's order says nothing, so it is not held against a name; but words alone do not make a whole name the same.
  return best === undefined
    ? { given: 'DIFFERENT', family: 'DIFFERENT', swapped: false }
    : { ...best, given: best.given === 'SAME' && best.family === 'SAME' ? 'NEAR' : best.given, swapped: false };
}

function compareInParts(one: Person, other: Person): Names {
  const straight: Names = {
    given: compareParts(one.given, other.given),
    family: compareParts(one.family, other.family),
    swapped: false,
  };
  if (straight.given === 'SAME' && straight.family === 'SAME') return straight;
  const crossed: Names = {
    given: compareParts(one.given, other.family),
    family: compareParts(one.family, other.given),
    swapped: true,
  };
  if (crossed.given === 'SAME' && crossed.family === 'SAME') return crossed;
  // A part moved over the boundary, as in `Anna Maria | Silva` and `Anna | Maria Silva`.
  if (straight.given !== 'ABSENT' && straight.family !== 'ABSENT' && sameWhole(wholeOf(one), wholeOf(other)))
    return { given: 'NEAR', family: 'SAME', swapped: false };
  return straight;
}

function isWhole({ given, family, name }: Person): boolean {
  return foldName(given) === '' && foldName(family) === '' && foldName(name) !== '';
}

function wholeOf(person: Person): string {
  return isWhole(person) ? (person.name ?? '') : `${person.given ?? ''} ${person.family ?? ''}`;
}

/** The ways in which a person's name may be two parts. */
function splitsOf(person: Person): readonly Person[] {
  if (!isWhole(person)) return [person];
  const words = foldName(person.name).split(' ');
  const splits: Person[] = [];
  for (let at = 0; at <= words.length; at += 1) {
    const [first, last] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    splits.push({ given: first, family: last }, { given: last, family: first });
  }
  return splits;
}

function weightOf({ given, family }: Names): number {
  return weights.given[given] + weights.family[family];
}
