import { describe, expect, test } from '@jest/globals';
import { isSubset } from '@trellis/decision';
import { decidedChild } from '../../decision/decide.ts';
import { bothLevels, decideIn, inEveryWorld, permitsNoMore, rulesOf } from './every-world.ts';

describe('locked is refused', () => {
  test('what is locked is among what is refused, at each level', () => {
    let locked = 0;
    inEveryWorld(81, 5000, (world) => {
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
