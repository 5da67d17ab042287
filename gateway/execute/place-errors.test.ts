import { describe, expect, test } from '@jest/globals';
import { placeErrors } from './place-errors.ts';
import { Failed } from './record.ts';

const code = 'AGENCY_UNAVAILABLE';
const failed = new Failed(code);

describe('Errors are put where they lie', () => {
  test.each<[string, (string | number)[], Record<string, unknown>, Record<string, unknown>]>([
    ['a null', ['a', 0, 'b'], { a: [{ b: null, c: 1 }] }, { a: [{ b: failed, c: 1 }] }],
    ['the null that an error below it left', ['a', 0, 'b', 'c'], { a: [null, 1] }, { a: [failed, 1] }],
    ['a value that came all the same', ['a'], { a: 'LIE' }, { a: failed }],
    ['a root field that left no data', ['a', 'b'], {}, { a: failed }],
  ])('%s', (_name, path, reply, expected) => {
    expect(placeErrors(reply, [{ code, path }])).toBe(true);
    expect(reply).toEqual(expected);
  });

  test.each<[string, (string | number)[] | undefined]>([
    ['no path', undefined],
    ['an empty path', []],
    ['a field that is not there', ['a', 'z']],
    ['an item that is not there', ['list', 7]],
    ['behind a value', ['text', 'length']],
    ['a name in a list', ['list', 'length']],
    ['a number in an object', ['a', 0]],
    ['an inherited name', ['a', 'toString']],
    ['a prototype', ['__proto__', 'x']],
  ])('%s has no place', (_name, path) => {
    const reply = { a: { b: 1 }, list: [1, 2], text: 'x' };
    expect(placeErrors(reply, [path ? { code, path } : { code }])).toBe(false);
    expect(reply.list).toHaveLength(2);
  });

  test('several errors, one below another', () => {
    const reply = { a: [null, { b: null }] };
    const errors = [
      ['a', 0, 'b'],
      ['a', 0, 'c'],
      ['a', 1, 'b'],
    ].map((path) => ({ code, path }) as const);
    expect(placeErrors(reply, errors)).toBe(true);
    expect(reply).toEqual({ a: [failed, { b: failed }] });
    expect(
      placeErrors(reply, [
        { code, path: ['a', 5] },
        { code, path: ['a', 0] },
      ]),
    ).toBe(false);
  });
});
