import { describe, expect, test } from '@jest/globals';
import { agreesWithCedar } from './agrees-with-cedar.ts';

describe('the engine agrees with AWS Cedar', () => {
  test('on two thousand generated cases, from policies made of the same rules and facts', () => {
    const { disagreements, mixed } = agreesWithCedar(7, 2000);
    expect(disagreements.slice(0, 1)).toEqual([]);
    expect(mixed).toBeGreaterThan(800);
  });
});
