import { expect, it } from '@jest/globals';
import { isKeptJson } from './is-kept-json.ts';

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

it.each(['1', '-1.5', '"1e999"', 'null', '{"a":[{"b":1e3}]}', '9007199254740991', '[]'])('keeps %s', (text) => {
  expect(isKeptJson(JSON.parse(text))).toBe(true);
});

it.each(['1e999', '-1e999', '9007199254740993', '{"a":[{"b":1e999}]}', '[[12345678901234567890]]'])(
  'refuses %s, which is another number once it was read',
  (text) => {
    expect(isKeptJson(JSON.parse(text))).toBe(false);
  },
);

it('refuses what is deeper than an answer can be written, at no depth of its own', () => {
  expect(isKeptJson(deep(64))).toBe(true);
  expect(isKeptJson(deep(65))).toBe(false);
  expect(isKeptJson(deep(200_000))).toBe(false);
});
