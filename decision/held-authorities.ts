import { dayIn, isDayWithin, type Requester } from '@trellis/vocabulary';
import { ageOn } from './age.ts';
import { authorityReach } from './authority-reach.ts';
import { minus, noBits, union } from './bits.ts';
import type { RuleSetBits } from './rule-set-bits.ts';
import type { Bits } from './decision.ts';
import type { Authority, ChildFacts, Instant } from './facts.ts';
import { isSurelyOfAge } from './own-reach.ts';
import { readAuthorities } from './read-authorities.ts';

/** One authority over a child that is in force, with what its holder decides by it now. */
export interface HeldAuthority {
  readonly authority: Authority;
  /** The family role under which its holder reads and acts; null where its holder is no family member. */
  readonly family: string | null;
  /** True where it is the child's own. */
  readonly isChilds: boolean;
  /** Categories to whose disclosure its holder may consent: its domains, the child's age, and who ranks before it applied. */
  readonly mayPermit: Bits;
  /** Categories whose disclosure its holder may refuse. */
  readonly mayRefuse: Bits;
  /** Categories on which it decides now, in whatever way; `beside` names kinds that rank before it and are to count as if they did not. */
  decidesOn(beside?: readonly string[]): Bits;
}

/** The facts that say who holds which authority. */
type AuthorityFacts = Pick<ChildFacts, 'authorities' | 'birthDate'>;

/**
 * The authorities over a child that are in force at an instant. This is the one place that decides who speaks for a child: reading
 * as family, acting as family, being told, and consenting all rest on it.
 *
 * Left out is what has not begun or has ended, what is suspended, what cannot be read, and what decides for a child who is of no
 * age at which it decides anything (a parent's authority over a twenty-year-old). Where the birth date is unknown, each category
 * counts at the strictest age.
 *
 * @example
 * const held = heldAuthorities(rules, facts, now).filter((each) => isHeldBy(each, requester));
 * const speaksForSchool = held.some(({ mayPermit }) => hasBit(mayPermit, vocabulary.bit.get('education.enrolment')!));
 */
export function heldAuthorities(rules: RuleSetBits, facts: AuthorityFacts, now: Instant): readonly HeldAuthority[] {
  const day = dayIn(rules.ruleSet.timeZone, now);
  const age = ageOn(day, facts.birthDate, rules.ruleSet.ageUnknownBelow);
  const read = readAuthorities(facts.authorities, rules);
  const reach = authorityReach(read, day, facts.birthDate, rules);
  const none = noBits(rules.vocabulary);
  return [...read.values()]
    .filter(({ fact }) => !fact.suspended && isDayWithin(day, fact.from, fact.to))
    .filter(({ kind }) => kind.self || kind.reach.length === 0 || kind.reach.some((each) => isSurelyOfAge(each, age)))
    .map(({ fact, kind }) => ({
      authority: fact,
      family: kind.family,
      isChilds: kind.self,
      mayPermit: reach.get(fact.id)?.permits ?? none,
      mayRefuse: reach.get(fact.id)?.refuses ?? none,
      decidesOn(beside = []) {
        const { reaches, rankedBefore } = reach.get(fact.id) ?? { reaches: none, rankedBefore: [] };
        const displacing = rankedBefore.filter((each) => !beside.includes(each.kind));
        return displacing.reduce((left, { bits }) => minus(left, bits), reaches);
      },
    }));
}

/** Checks whether this requester holds the authority, and claims the family role that it gives. */
export function isHeldBy(
  { authority, family }: Pick<HeldAuthority, 'authority' | 'family'>,
  { agency, role, user }: Pick<Requester, 'agency' | 'role' | 'user'>,
): boolean {
  return agency === 'family' && family === role && authority.holder === user;
}

/** Everything that a requester's own authorities over a child let them consent to or refuse now. */
export function decidedBy(
  rules: RuleSetBits,
  facts: AuthorityFacts,
  requester: Pick<Requester, 'agency' | 'role' | 'user'>,
  now: Instant,
): { readonly mayPermit: Bits; readonly mayRefuse: Bits } {
  const held = heldAuthorities(rules, facts, now).filter((each) => isHeldBy(each, requester));
  const none = noBits(rules.vocabulary);
  return {
    mayPermit: held.map(({ mayPermit }) => mayPermit).reduce(union, none),
    mayRefuse: held.map(({ mayRefuse }) => mayRefuse).reduce(union, none),
  };
}
