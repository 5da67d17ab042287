import { describe, expect, test } from '@jest/globals';
import { isSubset } from '@trellis/decision';
import { decidedChild } from '../../decision/decide.ts';
import { bothLevels, decideIn, inEveryWorld, permitsNoMore, rulesOf } from './every-world.ts';

describe('locked is refused', () => {
  test('what is locked is refused where an emergency is the purpose, and where the lock names the purpose asked for', () => {
    let locked = 0;
    inEveryWorld(81, 5000, (given, choose) => {
      // Half of them as an emergency, half under a purpose that every consent names.
      const purpose = choose.pick(['urgent', 'care']);
      const consents = given.facts.consents.map((each) => ({ ...each, purposes: ['care'], except: [] }));
      const world = { ...given, facts: { ...given.facts, consents }, question: { ...given.question, purpose } };
      const child = decidedChild(rulesOf(world), world.network, world.facts, world.question);
      if (!child) return;
      for (const level of bothLevels) {
        const { refused, locked: lock } = child.compiled.consents;
        expect(isSubset(lock[level], refused[level])).toBe(true);
        if (lock[level].some((word) => word !== 0)) locked += 1;
      }
      expect(isSubset(child.compiled.consents.locked.SUMMARY, child.compiled.consents.locked.FULL)).toBe(true);
    });
    expect(locked).toBeGreaterThan(100);
  });

  test('"not even in an emergency" only ever withholds more, and without a refusal it withholds nothing', () => {
    inEveryWorld(82, 3000, (world) => {
      const each = (lock: boolean) => world.facts.consents.map((consent) => ({ ...consent, notEvenInEmergency: lock }));
      const locked = decideIn(world, { facts: { consents: each(true) } });
      expect(permitsNoMore(locked, decideIn(world, { facts: { consents: each(false) } }))).toBe(true);
    });
  });
});
