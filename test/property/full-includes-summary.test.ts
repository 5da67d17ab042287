import { describe, expect, test } from '@jest/globals';
import { ceiling, isSubset } from '@trellis/decision';
import { decidedChild } from '../../decision/decide.ts';
import { decideIn, inEveryWorld, rulesOf } from './every-world.ts';

describe('full includes summary', () => {
  test('what is permitted in full is permitted in summary', () => {
    let apart = 0;
    inEveryWorld(101, 8000, (world) => {
      const { yes } = decideIn(world);
      expect(isSubset(yes.FULL, yes.SUMMARY)).toBe(true);
      if (!isSubset(yes.SUMMARY, yes.FULL)) apart += 1;
      const most = ceiling(rulesOf(world), world.question);
      expect(isSubset(most.FULL, most.SUMMARY)).toBe(true);
    });
    expect(apart).toBeGreaterThan(500);
  });

  test('positives reach down and negatives reach up, term by term', () => {
    inEveryWorld(102, 2000, (world) => {
      const child = decidedChild(rulesOf(world), world.network, world.facts, world.question);
      if (!child) return;
      const [summary, full] = [child.terms('SUMMARY'), child.terms('FULL')];
      for (const positive of [
        'byLaw',
        'onApproval',
        'openable',
        'unlessRefused',
        'withConsent',
        'consented',
      ] as const) {
        expect(isSubset(full[positive], summary[positive])).toBe(true);
      }
      for (const negative of ['never', 'refused', 'locked'] as const) {
        expect(isSubset(summary[negative], full[negative])).toBe(true);
      }
    });
  });
});
