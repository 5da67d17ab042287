import { expect, test } from '@jest/globals';
import { canonicalJson } from './canonical-json.ts';

test('Objects that hold the same, in whatever order, are one text; lists in another order are not', () => {
  const one = { a: 1, b: { c: [1, { d: null, e: 'x' }], f: true } };
  const other = { b: { f: true, c: [1, { e: 'x', d: null }] }, a: 1 };
  expect(canonicalJson(other)).toBe(canonicalJson(one));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson({ a: [1] })).not.toBe(canonicalJson({ a: [2] }));
});
