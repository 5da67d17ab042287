import { ageOn } from './age.ts';
import { intersect, minus, noBits, union } from './bits.ts';
import type { RuleSetBits } from './rule-set-bits.ts';
import type { Bits } from './decision.ts';
import type { Day } from './facts.ts';
import { isDayWithin } from '@trellis/vocabulary';
import { isMaybeOfAge, isSurelyOfAge, ownReach, type ChoosesReach, type Two } from './own-reach.ts';
import type { ReadAuthority } from './read-authorities.ts';

/** The categories that one authority reaches on a day. With the child's age unknown: permits as at every age, refusals as at any. */
export interface AuthorityReach {
  readonly permits: Bits;
  readonly refuses: Bits;
  /** All it might reach, to permit or to refuse, whoever ranks before it: where a joint decision needs it. */
  readonly joins: Bits;
  /** The categories it decides on for sure, before rank is looked at; and the kinds that rank before it, with what each may reach. */
  readonly reaches: Bits;
  readonly rankedBefore: readonly { readonly kind: string; readonly bits: Bits }[];
}

/**
 * The reach of each authority in force on this day, and not suspended; by id. `asIfHeld` is the id of one whose suspension is left out of
 * account: it shows what its holder could decide before.
 */
export function authorityReach(
  authorities: ReadonlyMap<string, ReadAuthority>,
  day: Day,
  birthDate: Day | null,
  { vocabulary, authorityKinds, ruleSet }: Pick<RuleSetBits, 'vocabulary' | 'authorityKinds' | 'ruleSet'>,
  asIfHeld?: string,
): ReadonlyMap<string, AuthorityReach> {
  const inForce = [...authorities.values()].filter(
    ({ fact }) => (!fact.suspended || fact.id === asIfHeld) && isDayWithin(day, fact.from, fact.to),
  );
  const age = ageOn(day, birthDate, ruleSet.ageUnknownBelow);
  const none = noBits(vocabulary);
  const sum = (sets: readonly Bits[]) => sets.reduce(union, none);

  const ownPart = (part: ChoosesReach): Two => ownReach(inForce, birthDate, age, { vocabulary, authorityKinds }, part);
  const own = ownPart(() => true);

  /** The categories that somebody deciding for the child reaches: not those that have become the child's to decide. */
  const reachFor = ({ kind, domains }: ReadAuthority, part: ChoosesReach): Two => {
    let [surely, maybe] = [none, none];
    for (const reach of kind.reach.filter(part)) {
      const bits = intersect(reach.bits, domains);
      if (isSurelyOfAge(reach, age)) surely = union(surely, age.most >= reach.yieldsAt ? minus(bits, own.maybe) : bits);
      if (isMaybeOfAge(reach, age)) maybe = union(maybe, age.least >= reach.yieldsAt ? minus(bits, own.surely) : bits);
    }
    return { surely, maybe };
  };

  const consent: ChoosesReach = (reach) => reach.consent;
  const refuse: ChoosesReach = (reach) => reach.refuse;
  const found = new Map<string, AuthorityReach>();
  const others = inForce.filter(({ kind }) => !kind.self).map((each) => ({ each, reach: reachFor(each, () => true) }));
  for (const authority of inForce) {
    const { kind, fact } = authority;
    if (kind.self) {
      found.set(fact.id, {
        permits: ownPart(consent).surely,
        refuses: ownPart(refuse).maybe,
        joins: own.maybe,
        reaches: own.surely,
        rankedBefore: [],
      });
      continue;
    }
    const before = others.filter(({ each }) => each.kind.rank < kind.rank);
    found.set(fact.id, {
      permits: minus(reachFor(authority, consent).surely, sum(before.map(({ reach }) => reach.maybe))),
      refuses: minus(reachFor(authority, refuse).maybe, sum(before.map(({ reach }) => reach.surely))),
      joins: reachFor(authority, () => true).maybe,
      reaches: reachFor(authority, () => true).surely,
      rankedBefore: before.map(({ each, reach }) => ({ kind: each.kind.kind, bits: reach.maybe })),
    });
  }
  return found;
}
