import type { ChildFacts, Instant } from '../facts.ts';
import { localDay } from '@trellis/vocabulary';
import { withPartners, withSomethingToRefuse, type Completion, type Supposed } from './completions.ts';
import type { EffectReason, World } from './effect.ts';

const ages = [5, 13, 15, 16, 17, 18, 25];
/** The places among the worlds of `AGE` of a child that decides on nothing yet, and of one that decides on most. */
export const [youngest, almostGrown] = [0, 4];

/** Why an act may have no effect, each with the worlds in which that did not stand in its way. */
export const obstacles: readonly (readonly [EffectReason, readonly Completion[]])[] = [
  ['SUSPENDED', [onGiver((authority) => ({ ...authority, suspended: false }))]],
  ['AUTHORITY_OVER', [onGiver((authority, today) => ({ ...authority, from: min(authority.from, today), to: null }))]],
  ['DOMAIN', [onGiver((authority) => ({ ...authority, domains: null }))]],
  ['AGE', ages.map(atAge)],
  ['RANK', [alone]],
  ['ANOTHER_DECISION', [withoutOthers]],
  ['ORDER', [onFacts((facts) => ({ ...facts, orders: [] }))]],
  ['APPROVED', [withoutApprovals]],
];

type AuthorityFact = ChildFacts['authorities'][number];

function min(one: string, other: string): string {
  return one < other ? one : other;
}

function onFacts(change: (facts: ChildFacts) => ChildFacts): Completion {
  return ({ world, act }) => ({ world: { ...world, facts: change(world.facts) }, act });
}

/** A change of the authority that a consent was given under. */
function onGiver(change: (authority: AuthorityFact, today: string) => AuthorityFact): Completion {
  return (supposed: Supposed, now: Instant) => {
    const { act, world } = supposed;
    if (act.kind !== 'CONSENT') return supposed;
    const today = localDay(world.rules.ruleSet.timeZone, now).day;
    const authorities = world.facts.authorities.map((each) => (each.id === act.fact.by ? change(each, today) : each));
    return { act, world: { ...world, facts: { ...world.facts, authorities } } };
  };
}

function atAge(age: number): Completion {
  return ({ world, act }, now) => {
    const { day } = localDay(world.rules.ruleSet.timeZone, now);
    const birthDate = `${String(Number(day.slice(0, 4)) - age - 1).padStart(4, '0')}-12-31`;
    return { act, world: { ...world, facts: { ...world.facts, birthDate } } };
  };
}

/** The giver of a consent as the only one who could decide. */
function alone({ world, act }: Supposed): Supposed {
  if (act.kind !== 'CONSENT') return { world, act };
  const authorities = world.facts.authorities.filter(({ id }) => id === act.fact.by);
  return { act, world: { ...world, facts: { ...world.facts, authorities } } };
}

/** No other consent, but for those of whoever decides together with its giver, and those that a refusal is supposed to stop. */
function withoutOthers({ world, act }: Supposed, now: Instant): Supposed {
  const alone = { world: { ...world, facts: { ...world.facts, consents: [] } }, act };
  return withPartners(withSomethingToRefuse(alone, now));
}

function withoutApprovals({ world, act }: Supposed): Supposed {
  const network: World['network'] = { ...world.network, standingApprovals: [] };
  return { act, world: { ...world, network, facts: { ...world.facts, approvals: [] } } };
}
