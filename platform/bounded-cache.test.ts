import { expect, it } from '@jest/globals';
import { BoundedCache } from './bounded-cache.ts';

it('drops what was used longest ago, by weight', () => {
  const cache = new BoundedCache<string, number>(10);
  cache.set('a', 1, 4);
  cache.set('b', 2, 4);
  expect(cache.get('a')).toBe(1);
  cache.set('c', 3, 4);
  expect(cache.get('b')).toBeUndefined();
  expect([cache.get('a'), cache.get('c')]).toEqual([1, 3]);
  cache.set('d', 4, 11);
  expect(cache.get('d')).toBeUndefined();
  cache.set('a', 5, 10);
  expect([cache.get('a'), cache.size]).toEqual([5, 1]);
  cache.clear();
  cache.set('b', 6, 10);
  expect([cache.get('a'), cache.get('b')]).toEqual([undefined, 6]);
});
