import { ageOn, birthday, type AgeRange } from './age.ts';
import { allBits, intersect, minus, noBits, union } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import type { CompiledReach } from './compiled-authority-kind.ts';
import type { Bits } from './decision.ts';
import type { Day } from './facts.ts';
import { isDayWithin } from '@trellis/vocabulary';
import type { ReadAuthority } from './read-authorities.ts';

/** What one authority reaches on a day. With the child's age unknown: permits as at every age, refusals as at any. */
export interface AuthorityReach {
  readonly permits: Bits;
  readonly refuses: Bits;
  /** All it might reach, to permit or to refuse, whoever ranks before it: where a joint decision needs it. */
  readonly joins: Bits;
}

interface Two {
  readonly surely: Bits;
  readonly maybe: Bits;
}
type Part = (reach: CompiledReach) => boolean;

/** What each authority in force on this day, and not suspended, reaches; by id. */
export function authorityReach(
  authorities: ReadonlyMap<string, ReadAuthority>,
  day: Day,
  birthDate: Day | null,
  { vocabulary, authorityKinds, ruleSet }: Pick<CompiledRules, 'vocabulary' | 'authorityKinds' | 'ruleSet'>,
): ReadonlyMap<string, AuthorityReach> {
  const inForce = [...authorities.values()].filter(
    ({ fact }) => !fact.suspended && isDayWithin(day, fact.from, fact.to),
  );
  const age = ageOn(day, birthDate, ruleSet.ageUnknownBelow);
  const none = noBits(vocabulary);
  const all = allBits(vocabulary);
  const sum = (sets: readonly Bits[]) => sets.reduce(union, none);

  /** What the child itself may decide: where it was found capable, and where it is presumed to be. */
  const ownReach = (part: Part): Two => {
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
  };
  const own = ownReach(() => true);

  /** What somebody deciding for the child reaches: not what has become the child's to decide. */
  const reachFor = ({ kind, domains }: ReadAuthority, part: Part): Two => {
    let [surely, maybe] = [none, none];
    for (const reach of kind.reach.filter(part)) {
      const bits = intersect(reach.bits, domains);
      if (isSurelyOfAge(reach, age)) surely = union(surely, age.most >= reach.yieldsAt ? minus(bits, own.maybe) : bits);
      if (isMaybeOfAge(reach, age)) maybe = union(maybe, age.least >= reach.yieldsAt ? minus(bits, own.surely) : bits);
    }
    return { surely, maybe };
  };

  const consent: Part = (reach) => reach.consent;
  const refuse: Part = (reach) => reach.refuse;
  const found = new Map<string, AuthorityReach>();
  const others = inForce.filter(({ kind }) => !kind.self).map((each) => ({ each, reach: reachFor(each, () => true) }));
  for (const authority of inForce) {
    const { kind, fact } = authority;
    if (kind.self) {
      found.set(fact.id, {
        permits: ownReach(consent).surely,
        refuses: ownReach(refuse).maybe,
        joins: own.maybe,
      });
      continue;
    }
    const before = others.filter(({ each }) => each.kind.rank < kind.rank);
    found.set(fact.id, {
      permits: minus(reachFor(authority, consent).surely, sum(before.map(({ reach }) => reach.maybe))),
      refuses: minus(reachFor(authority, refuse).maybe, sum(before.map(({ reach }) => reach.surely))),
      joins: reachFor(authority, () => true).maybe,
    });
  }
  return found;
}

/** Whether a child is of an age at which this part of a reach holds, whatever its birth date turns out to be. */
export function isSurelyOfAge({ fromAge, toAge }: CompiledReach, { least, most }: AgeRange): boolean {
  return fromAge <= least && most < toAge;
}

function isMaybeOfAge({ fromAge, toAge }: CompiledReach, { least, most }: AgeRange): boolean {
  return fromAge <= most && least < toAge;
}
