import { describe, expect, test } from '@jest/globals';
import { page } from './page.ts';
import type { Run } from './run.ts';

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const ids = (values: Record<string, unknown>): string =>
  page({ values } as Run, { first: 'f', offset: 'o', after: 'a' }, items)
    .map((item) => (item as { id: string }).id)
    .join('');

describe('A page', () => {
  test.each([
    [{}, 'abcd'],
    [{ f: 2 }, 'ab'],
    [{ f: 0 }, ''],
    [{ f: null, o: null, a: null }, 'abcd'],
    [{ o: 1 }, 'bcd'],
    [{ f: 2, o: 1 }, 'bc'],
    [{ f: 9, o: 3 }, 'd'],
    [{ a: 'b' }, 'cd'],
    [{ a: 'b', f: 1 }, 'c'],
    [{ a: 'a', f: 1, o: 1 }, 'c'],
    [{ a: 'd' }, ''],
    [{ a: 'nobody' }, ''],
  ])('%j is %p', (values, expected) => expect(ids(values)).toBe(expected));
});
