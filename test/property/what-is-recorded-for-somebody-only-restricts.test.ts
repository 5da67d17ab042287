import { describe, expect, test } from '@jest/globals';
import type { Consent, RuleSet } from '@trellis/decision';
import { decideIn, inEveryWorld, permitsNoMore } from './every-world.ts';
import { generateConsent } from './generate-consent.ts';
import type { World } from './generate-world.ts';
import type { Random } from './random.ts';

const opened = new WeakMap<RuleSet, RuleSet>();

/** The same rules, each of which an emergency opens and everybody may lock. */
function openable(ruleSet: RuleSet): RuleSet {
  const rules = ruleSet.rules.map((rule) =>
    rule.basis === 'NEVER' ? rule : { ...rule, inEmergency: true, lockableBy: ['child', 'parent', 'society'] },
  );
  const known = opened.get(ruleSet) ?? { ...ruleSet, rules };
  opened.set(ruleSet, known);
  return known;
}

/** A world in which others have locked, some of them before their authority ended, and whoever asks has an emergency open. */
function withLocks({ facts, ...world }: World, choose: Random): World {
  const { agency, user } = world.question.requester;
  const consents = facts.consents.map((each): Consent => {
    const decision = choose.chance(0.7) ? ('REFUSE' as const) : each.decision;
    return { ...each, decision, notEvenInEmergency: choose.chance(0.7) };
  });
  const open = { id: 'open', agency, user, openedAt: 0, until: world.question.now + 1, closedAt: null };
  const child = { id: 'own', holder: 'c', kind: 'child', domains: null, jointWith: [] };
  const own = { ...child, from: '2016-01-01', to: null, suspended: false };
  const ruleSet = openable(world.ruleSet);
  return {
    ...world,
    ruleSet,
    facts: { ...facts, authorities: [...facts.authorities, own], consents, emergencies: [open] },
  };
}

describe('what is recorded for somebody only restricts', () => {
  test('a refusal that nobody confirmed opens nothing, whoever it is recorded for; confirmed, some of them would', () => {
    let [narrowed, widened] = [0, 0];
    inEveryWorld(141, 8000, (given, choose) => {
      const world = withLocks(given, choose);
      const drawn = generateConsent(choose, world.vocabulary, 'new');
      // Half of them are of everything, for everybody, in the child's own name.
      const all = {
        by: 'own',
        recipients: [],
        purposes: [],
        except: [],
        notEvenInEmergency: false,
        state: 'ACTIVE' as const,
      };
      const refusal = { ...drawn, ...(choose.chance(0.5) ? all : {}), decision: 'REFUSE' as const };
      const withIt = (more: Partial<Consent>) =>
        decideIn(world, { facts: { consents: [...world.facts.consents, { ...refusal, ...more }] } });
      const before = decideIn(world);
      const after = withIt({ unconfirmed: true });
      expect(permitsNoMore(after, before)).toBe(true);
      if (!permitsNoMore(before, after)) narrowed += 1;
      if (!permitsNoMore(withIt({ unconfirmed: undefined }), before)) widened += 1;
    });
    expect(narrowed).toBeGreaterThan(60);
    // The holder's own decision does set others' locks aside: without such worlds nothing would be shown here.
    expect(widened).toBeGreaterThan(10);
  });

  test('unconfirmed, a refusal refuses and locks what it would if it were confirmed', () => {
    inEveryWorld(142, 3000, (given, choose) => {
      const world = withLocks(given, choose);
      const all = (unconfirmed: true | undefined) =>
        decideIn(world, { facts: { consents: world.facts.consents.map((each) => ({ ...each, unconfirmed })) } });
      const one = { ...world, facts: { ...world.facts, consents: world.facts.consents.slice(0, 1) } };
      const alone = (unconfirmed: true | undefined) =>
        decideIn(one, { facts: { consents: one.facts.consents.map((each) => ({ ...each, unconfirmed })) } });
      expect(permitsNoMore(all(true), all(undefined))).toBe(true);
      expect([alone(true).yes, one.facts.consents.length]).toEqual([alone(undefined).yes, one.facts.consents.length]);
    });
  });
});
