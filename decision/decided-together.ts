import { intersect, noBits, union } from './bits.ts';
import type { Bits } from './decision.ts';
import type { Authority } from './facts.ts';
import { readAuthorities } from './read-authorities.ts';
import type { RuleSetBits } from './rule-set-bits.ts';

/**
 * The categories that both of two authorities reach, at whatever age of the child: the most that could be theirs to decide together. None where
 * either cannot be read. That they are of equal rank says nothing of it: a carer's reaches nothing, a band representative's no health record.
 */
export function reachedByBoth(rules: RuleSetBits, one: Authority, other: Authority): Bits {
  const of = (fact: Authority): Bits => {
    const read = readAuthorities([fact], rules).get(fact.id);
    const none = noBits(rules.vocabulary);
    return read === undefined
      ? none
      : intersect(
          read.kind.reach.reduce((sum, { bits }) => union(sum, bits), none),
          read.domains,
        );
  };
  return intersect(of(one), of(other));
}

/** The categories that two authorities decide together: none unless either record says that they do, as to what both reach. */
export function decidedTogether(rules: RuleSetBits, one: Authority, other: Authority): Bits {
  const isJoint = one.jointWith.includes(other.id) || other.jointWith.includes(one.id);
  return isJoint && one.id !== other.id ? reachedByBoth(rules, one, other) : noBits(rules.vocabulary);
}
