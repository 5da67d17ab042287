import { describe, expect, test } from '@jest/globals';
import {
  compileRules,
  decide,
  effectOf,
  type Act,
  type ChildFacts,
  type CompiledRules,
  type NetworkFacts,
} from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import { generateWorlds } from './generate-world.ts';
import { random } from './random.ts';
import { smallVocabulary } from './small-vocabularies.ts';

const everybody: readonly Requester[] = ['u1', 'u2', 'u3', 's', 'p1', 'p2', 'c', 'somebody'].flatMap((user) => [
  ...['north', 'south', 'west', 'network'].flatMap((agency): Requester[] => [
    ...(agency === 'network' ? [] : (smallVocabulary.roles[agency] ?? [])).map((role): Requester => ({
      agency,
      role,
      user,
      kind: 'worker',
    })),
    { agency, role: 'privacy-officer', user, kind: 'officer' },
    { agency, role: 'system', user, kind: 'system' },
  ]),
  ...['child', 'parent', 'substitute'].map((role): Requester => ({ agency: 'family', role, user, kind: 'family' })),
]);
const purposes = ['care', 'inquiry', 'family-access'];

/** Everything that anybody is permitted, written down. */
function allPermitted(rules: CompiledRules, network: NetworkFacts, facts: ChildFacts, now: number): string {
  return everybody
    .flatMap((requester) =>
      purposes.map((purpose) => {
        const { yes } = decide(rules, network, facts, { requester, purpose, now });
        return `${yes.SUMMARY.join()}|${yes.FULL.join()}`;
      }),
    )
    .join(' ');
}

/** A consent or an order as it was before anybody confirmed it; undefined of any other act. */
function unconfirmed(act: Act): Act | undefined {
  if (act.kind === 'CONSENT') return { ...act, fact: { ...act.fact, state: 'PROPOSED' } };
  return act.kind === 'ORDER' ? { ...act, fact: { ...act.fact, confirmed: false } } : undefined;
}

describe('an act says what it does', () => {
  test('in force changes some decision; waiting and without effect change none, of anybody, for any purpose', () => {
    const worlds = generateWorlds(random(14));
    const seen = { IN_FORCE: 0, WAITING: 0, NO_EFFECT: 0 };
    for (let index = 0; index < 6; index += 1) {
      const { ruleSet, vocabulary, facts, network, question } = worlds.next().value;
      if (vocabulary !== smallVocabulary) continue;
      const { now } = question;
      const rules = compileRules(ruleSet, vocabulary);
      const before = allPermitted(rules, network, facts, now);
      const without = (act: Act): string => {
        const drop = <Fact extends { readonly id: string }>(all: readonly Fact[]) =>
          all.filter(({ id }) => id !== act.fact.id);
        const { consents, orders, approvals } = facts;
        const less = { ...facts, consents: drop(consents), orders: drop(orders), approvals: drop(approvals) };
        const net = { ...network, standingApprovals: drop(network.standingApprovals) };
        return allPermitted(rules, net, less, now);
      };
      const acts: Act[] = [
        ...facts.consents.map((fact): Act => ({ kind: 'CONSENT', fact })),
        ...facts.orders.map((fact): Act => ({ kind: 'ORDER', fact })),
        ...facts.approvals.map((fact): Act => ({ kind: 'APPROVAL', fact })),
        ...network.standingApprovals.map((fact): Act => ({ kind: 'STANDING_APPROVAL', fact })),
      ];
      for (const act of acts) {
        const { state, waitsFor, reasons, sentence } = effectOf({ rules, network, facts }, act, now);
        seen[state] += 1;
        expect([act, state === 'IN_FORCE']).toEqual([act, without(act) !== before]);
        expect(waitsFor.length > 0).toBe(state === 'WAITING');
        expect(reasons.length > 0).toBe(state === 'NO_EFFECT');
        expect(sentence.en.length).toBeGreaterThan(5);
        const waiting = state === 'IN_FORCE' ? unconfirmed(act) : undefined;
        if (waiting === undefined) continue;
        // So few worlds seldom have one that waits: what is in force, taken back to before it was confirmed.
        const swap = <Fact extends { readonly id: string }>(all: readonly Fact[]) =>
          all.map((each) => (each.id === act.fact.id ? (waiting.fact as unknown as Fact) : each));
        const then = { ...facts, consents: swap(facts.consents), orders: swap(facts.orders) };
        const effect = effectOf({ rules, network, facts: then }, waiting, now);
        seen[effect.state] += 1;
        expect(effect.state === 'IN_FORCE').toBe(allPermitted(rules, network, then, now) !== without(act));
        expect(effect.waitsFor.length > 0).toBe(effect.state === 'WAITING');
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
