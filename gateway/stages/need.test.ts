import { expect, test } from '@jest/globals';
import { positions } from './need.ts';

test('The positions of the bits that are set are found to the edges of each word', () => {
  expect(positions(Uint32Array.of(0x8000_0001, 0, 0x8000_0020))).toEqual([0, 31, 69, 95]);
});
