import { describe, expect, it } from '@jest/globals';
import { openRandom } from './random.ts';

describe('openRandom', () => {
  it('draws the same from the same seed', () => {
    const draws = (seed: string): number[] => {
      const random = openRandom(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(draws('one')).toEqual(draws('one'));
    expect(draws('one')).not.toEqual(draws('two'));
  });

  it('forks by label alone: what is drawn elsewhere does not move a fork', () => {
    const quiet = openRandom('seed');
    const busy = openRandom('seed');
    for (let at = 0; at < 10; at++) busy.next();
    expect(busy.fork('label').next()).toBe(quiet.fork('label').next());
  });

  it('samples different elements in their own order', () => {
    const sample = openRandom('seed').sample([1, 2, 3, 4, 5, 6], 3);
    expect(sample).toHaveLength(3);
    expect([...new Set(sample)].sort()).toEqual(sample);
  });

  it('has both ends of a range and refuses to pick from nothing', () => {
    const random = openRandom('seed');
    const seen = new Set(Array.from({ length: 100 }, () => random.between(1, 3)));
    expect([...seen].sort()).toEqual([1, 2, 3]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
