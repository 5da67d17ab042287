import type { Requester } from '@trellis/vocabulary';
import { ageOn, type AgeRange } from './age.ts';
import { withheldScope, type Asked } from './asked.ts';
import { include, intersect, minus, noBits, union } from './bits.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { RuleSetBits } from './rule-set-bits.ts';
import type { Bits } from './decision.ts';
import type { ChildFacts, Day, Instant, PersonRelation } from './facts.ts';
import { heldAuthorities, isHeldBy, type HeldAuthority } from './held-authorities.ts';
import { isWithin, mayBeWithin } from './period.ts';
import type { SharingRule } from './rule-set.ts';

/** The facts that the conditions of rules are judged on: one child and one requester, on one day. */
export interface ConditionFacts {
  readonly age: AgeRange;
  /** The requester's relations to the child, as far as they are recorded and in force. */
  readonly relations: ReadonlySet<PersonRelation>;
  /** The kinds of involvement that any agency has with the child. */
  readonly open: ReadonlySet<string>;
  /** The authorities by which a family member asks; undefined for everybody else. */
  readonly held: readonly HeldAuthority[] | undefined;
  /** The categories of which custodians found that access by this requester would do harm. */
  readonly harm: Bits;
}

/** The facts on which conditions are judged for a question; undefined for a family member who is none of this child's. */
export function conditionFacts(
  rules: RuleSetBits,
  facts: ChildFacts,
  asked: Asked,
  { day, now }: { readonly day: Day; readonly now: Instant },
): ConditionFacts | undefined {
  const { requester } = asked;
  const isFamily = requester.agency === 'family';
  const held = isFamily ? heldAuthorities(rules, facts, now).filter((each) => isHeldBy(each, requester)) : undefined;
  if (held?.length === 0) return undefined;
  return {
    age: ageOn(day, facts.birthDate, rules.ruleSet.ageUnknownBelow),
    relations: relationsOf(facts, requester, now),
    open: new Set(facts.involvements.filter((each) => isWithin(each, now)).map(({ kind }) => kind)),
    held,
    harm: harmTo(rules, facts, asked, now),
  };
}

/** Checks whether a rule asks for anything that only a child's facts can answer. A family member's authority always counts. */
export function isConditional({ when, unlessHarm, recipients }: SharingRule): boolean {
  return (
    unlessHarm ||
    when.childAge !== null ||
    isListed(when) ||
    (recipients !== 'EVERYONE' && recipients.some(({ agency }) => agency === 'family'))
  );
}

/** Checks whether a rule, as it is written, might not apply to a recipient whose involvement it meets. */
export function hasConditions({ when, unlessHarm, lockBinds }: SharingRule): boolean {
  const { childAge, authority, consentBy } = when;
  return unlessHarm || lockBinds || childAge !== null || authority !== null || consentBy.length > 0 || isListed(when);
}

function isListed({ notFor, onlyFor, whileOpen }: SharingRule['when']): boolean {
  return [notFor, onlyFor, whileOpen].some((list) => list.length > 0);
}

/** The part of a rule's categories that is left once its conditions are judged: all, some of them, or none. */
export function underConditions({ rule, bits }: CompiledRule, facts: ConditionFacts): Bits {
  const { when, basis, unlessHarm } = rule;
  const never = basis === 'NEVER';
  const none = noBitsLike(bits);
  if (when.childAge && !isOfAge(when.childAge, facts.age, never)) return none;
  if (when.notFor.some((relation) => facts.relations.has(relation))) return none;
  if (when.onlyFor.length > 0 && !when.onlyFor.some((relation) => facts.relations.has(relation))) return none;
  if (when.whileOpen.length > 0 && !when.whileOpen.some((kind) => facts.open.has(kind))) return none;
  const left = unlessHarm ? minus(bits, facts.harm) : bits;
  return facts.held && !never ? intersect(left, byAuthority(rule, facts.held, bits)) : left;
}

/** The categories that the authorities of a family member let it ask for under a rule. */
function byAuthority({ when: { authority }, basis }: SharingRule, held: readonly HeldAuthority[], all: Bits): Bits {
  const decides = authority ? authority.standing === 'DECIDES' : basis === 'BY_LAW' || basis === 'UNLESS_REFUSED';
  const kinds = authority?.kinds ?? [];
  return held
    .filter((each) => kinds.length === 0 || kinds.includes(each.authority.kind))
    .map((each) => (each.isChilds || !decides ? all : each.decidesOn(authority?.beside)))
    .reduce(union, noBitsLike(all));
}

/** A rule that opens needs the age to be surely within the limits; a NEVER binds where it may be. */
function isOfAge({ from, to }: { from: number | null; to: number | null }, { least, most }: AgeRange, maybe: boolean) {
  const [low, high] = maybe ? [most, least] : [least, most];
  return (from === null || from <= low) && (to === null || high < to);
}

function relationsOf({ relations = [] }: ChildFacts, { user }: Requester, now: Instant): ReadonlySet<PersonRelation> {
  return new Set(
    relations.filter((each) => each.user === user && mayBeWithin(each, now)).map(({ relation }) => relation),
  );
}

function harmTo({ vocabulary, approvable }: RuleSetBits, facts: ChildFacts, asked: Asked, now: Instant): Bits {
  const harm = noBits(vocabulary);
  for (const { custodian, recipient, categories, ...period } of facts.harmRefusals ?? []) {
    if (!mayBeWithin(period, now)) continue;
    const named = withheldScope({ recipients: [recipient], categories }, asked);
    const own = approvable.get(custodian);
    include(harm, own ? intersect(own, named) : named);
  }
  return harm;
}

function noBitsLike(bits: Bits): Bits {
  return new Uint32Array(bits.length);
}
