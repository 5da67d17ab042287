import type { Level, Requester } from '@trellis/vocabulary';
import { hasBit } from './bits.ts';
import type { CompiledRules } from './compile-rules.ts';
import { decide } from './decide.ts';
import type { Ground, Question } from './decision.ts';
import { bitOf } from './explain.ts';
import type { ChildFacts, ConsentException, Instant, NetworkFacts, Recipient } from './facts.ts';
import { unservedPurpose } from './known.ts';

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

/** Everybody who could see this category of this child now: each agency, role and kind as such, and each person a fact names. */
export function whoCanSee(
  rules: CompiledRules,
  network: NetworkFacts,
  facts: ChildFacts,
  category: string,
  now: Instant,
): readonly Seer[] {
  const bit = bitOf(rules.vocabulary, category);
  const purposes = [...rules.vocabulary.purposes.keys()].filter((purpose) => purpose !== unservedPurpose);
  const seen = (requester: Requester, purpose: string): Seer[] => {
    const question: Question = { requester, purpose, now };
    const decision = decide(rules, network, facts, question);
    if (!hasBit(decision.yes.SUMMARY, bit)) return [];
    const level = hasBit(decision.yes.FULL, bit) ? 'FULL' : 'SUMMARY';
    return [{ requester, named: requester.user !== anyone, purpose, level, grounds: decision.grounds(bit, level) }];
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
