import type { Level, Requester } from '@trellis/vocabulary';
import { matches } from './asked.ts';
import { compileChild } from './compile-child.ts';
import { concerns, type CompiledRules } from './compile-rules.ts';
import type { Ground } from './decision.ts';
import { bitOf } from './explain.ts';
import type { ChildFacts, ConsentException, Instant, NetworkFacts, Recipient } from './facts.ts';
import { groundsOf } from './grounds-of.ts';
import { unservedPurpose } from './known.ts';
import { decidingLine, saysYes } from './ladder.ts';
import { termsAt } from './terms.ts';

/** One requester who may see a category of a child, for one purpose. */
export interface Seer {
  readonly requester: Requester;
  /** False: anyone of this agency, role and kind; true: this person, by assignment, approval, emergency, order or authority. */
  readonly named: boolean;
  readonly purpose: string;
  readonly level: Level;
  readonly grounds: readonly Ground[];
}

/** A `sub` no token carries: stands for anyone of an agency and role who is named nowhere. */
const anyone = ' anyone';

/**
 * Everybody who could see this category of this child now: each agency, role and kind as such, and each person a fact names. The
 * child is compiled only for those whom a rule or an order could let see it, however many others the vocabulary has.
 */
export function whoCanSee(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  category: string,
  now: Instant,
): readonly Seer[] {
  const bit = bitOf(rules.vocabulary, category);
  const purposes = [...rules.vocabulary.purposes.keys()].filter((purpose) => purpose !== unservedPurpose);
  const mayOpen = openings(rules, facts, category);
  const seen = (requester: Requester, purpose: string): Seer[] => {
    if (!mayOpen(requester, purpose)) return [];
    const child = compileChild(rules, network, facts, { requester, purpose, now });
    if (!child) return [];
    const lineAt = (level: Level) => decidingLine(termsAt(child, level, rules.vocabulary), bit);
    const level = saysYes(lineAt('FULL')) ? 'FULL' : 'SUMMARY';
    const line = lineAt(level);
    if (!saysYes(line)) return [];
    const grounds = groundsOf(child, line, bit, level);
    return [{ requester, named: requester.user !== anyone, purpose, level, grounds }];
  };
  const rest = requesters(rules, anyone).flatMap((requester) =>
    purposes.flatMap((purpose) => seen(requester, purpose)),
  );
  const key = ({ requester: { agency, role, kind }, purpose, level }: Seer) =>
    `${agency} ${role} ${kind} ${purpose} ${level}`;
  const open = new Set(rest.map(key));
  const named = usersNamed(network, facts).flatMap(({ agency, user }) =>
    requesters(rules, user)
      .filter((requester) => requester.agency === agency)
      .flatMap((requester) => purposes.flatMap((purpose) => seen(requester, purpose))),
  );
  return [...rest, ...named.filter((each) => !open.has(key(each)))];
}

/** Makes a check of whether any rule or order speaks in favour of a requester, for a purpose, about this category: without one, nothing opens it. */
function openings(
  { ruleSet, vocabulary }: CompiledRules,
  { orders }: ChildFacts,
  category: string,
): (requester: Requester, purpose: string) => boolean {
  const domain = vocabulary.categories.find(({ code }) => code === category)?.domain;
  const speaks = ({ categories }: { readonly categories: readonly string[] }): boolean =>
    categories.some((code) => code === category || code === domain);
  const opening = ruleSet.rules.filter((rule) => rule.basis !== 'NEVER' && speaks(rule));
  const ordering = orders.filter((order) => order.decision === 'PERMIT' && speaks(order));
  return (requester, purpose) =>
    opening.some((rule) => concerns(rule, requester, purpose)) ||
    ordering.some(
      ({ recipients, purposes }) =>
        (purposes?.includes(purpose) ?? true) && recipients.some((each) => matches(each, requester)),
    );
}

/** This user as every requester the vocabulary has a place for. */
function requesters({ vocabulary }: CompiledRules, user: string): readonly Requester[] {
  const officers = vocabulary.roles['network'] ?? [];
  const family = (vocabulary.roles['family'] ?? []).map((role): Requester => ({
    agency: 'family',
    role,
    user,
    kind: 'family',
  }));
  const others = [...vocabulary.agencies, 'network'].flatMap((agency): Requester[] => [
    ...[...new Set([...(vocabulary.roles[agency] ?? []), ...officers])].flatMap((role) =>
      (['worker', 'officer'] as const).map((kind): Requester => ({ agency, role, user, kind })),
    ),
    { agency, role: 'system', user, kind: 'system' },
  ]);
  return [...family, ...others];
}

/** Whom a consent names, at any depth: a permit within a refusal may be for one person. */
function recipientsNamed({ recipients = [], except = [] }: ConsentException): readonly Recipient[] {
  return [...recipients, ...except.flatMap(recipientsNamed)];
}

/** Each person whom a fact names, with the agency as whose that person is named: as another's, the fact says nothing. */
function usersNamed(network: NetworkFacts, facts: ChildFacts): readonly { agency: string; user: string }[] {
  const recipients: readonly Recipient[] = [
    ...facts.consents.flatMap(recipientsNamed),
    ...facts.orders.flatMap((order) => order.recipients),
    ...facts.approvals.map(({ recipient }) => recipient),
    ...network.standingApprovals.map(({ recipient }) => recipient),
  ];
  const named = [
    ...recipients.flatMap(({ agency, user }) => (user === undefined ? [] : [{ agency, user }])),
    ...facts.involvements.flatMap(({ agency, assigned }) => assigned.map((user) => ({ agency, user }))),
    ...facts.emergencies.map(({ agency, user }) => ({ agency, user })),
    ...facts.authorities.map(({ holder }) => ({ agency: 'family', user: holder })),
  ];
  return [...new Map(named.map((each) => [JSON.stringify(each), each])).values()];
}
