import { describe, expect, test } from '@jest/globals';
import { agreesWithNaiveModel } from './agrees-with-naive-model.ts';

describe('the engine agrees with the naive model', () => {
  test('on forty thousand generated cases, most of them mixed, every line among them', () => {
    const { cases, mixed, lines, disagreements } = agreesWithNaiveModel(2026, 40_000);
    expect(disagreements.slice(0, 1)).toEqual([]);
    expect(mixed / cases).toBeGreaterThan(0.5);
    expect(Math.min(...lines)).toBeGreaterThan(400);
  });
});
