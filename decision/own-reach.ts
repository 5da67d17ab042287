import { birthday, type AgeRange } from './age.ts';
import { allBits, intersect, noBits, union } from './bits.ts';
import type { RuleSetBits } from './rule-set-bits.ts';
import type { CompiledReach } from './compiled-authority-kind.ts';
import type { Bits } from './decision.ts';
import type { Day } from './facts.ts';
import type { ReadAuthority } from './read-authorities.ts';

/** The categories that are reached whatever the child's birth date turns out to be, and those that may be reached. */
export interface Two {
  readonly surely: Bits;
  readonly maybe: Bits;
}

/** Chooses the parts of a reach that are meant: those to consent, those to refuse, or all. */
export type ChoosesReach = (reach: CompiledReach) => boolean;

/** The categories that the child itself may decide on: where it was found capable (a finding among `inForce`), and where it is presumed to be. */
export function ownReach(
  inForce: readonly ReadAuthority[],
  birthDate: Day | null,
  age: AgeRange,
  { vocabulary, authorityKinds }: Pick<RuleSetBits, 'vocabulary' | 'authorityKinds'>,
  part: ChoosesReach,
): Two {
  const none = noBits(vocabulary);
  const all = allBits(vocabulary);
  const sum = (sets: readonly Bits[]) => sets.reduce(union, none);
  let [surely, maybe] = [none, none];
  for (const kind of authorityKinds.values()) {
    if (!kind.self) continue;
    const findings = inForce.filter((each) => each.kind === kind);
    const found = sum(findings.map(({ domains }) => domains));
    for (const reach of kind.reach.filter(part)) {
      const since = birthday(birthDate, reach.presumedFrom);
      const newer = since === undefined ? [] : findings.filter(({ fact }) => fact.from >= since);
      const presumed = newer.length === 0 ? all : sum(newer.map(({ domains }) => domains));
      const capable = (from: number) =>
        intersect(reach.bits, from >= reach.presumedFrom ? union(found, presumed) : found);
      if (isSurelyOfAge(reach, age)) surely = union(surely, capable(age.least));
      if (isMaybeOfAge(reach, age)) maybe = union(maybe, capable(age.most));
    }
  }
  return { surely, maybe };
}

/** Checks whether a child is of an age at which this part of a reach holds, whatever its birth date turns out to be. */
export function isSurelyOfAge({ fromAge, toAge }: CompiledReach, { least, most }: AgeRange): boolean {
  return fromAge <= least && most < toAge;
}

/** Checks whether a child may be of an age at which this part of a reach holds. */
export function isMaybeOfAge({ fromAge, toAge }: CompiledReach, { least, most }: AgeRange): boolean {
  return fromAge <= most && least < toAge;
}
