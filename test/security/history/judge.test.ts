import { describe, expect, it } from '@jest/globals';
import { judge, type Change, type Read } from './judge.ts';

const child = 'a';
const changes: readonly Change[] = [
  { child, began: 10, acknowledged: 20, allows: true },
  { child, began: 30, acknowledged: 40, allows: false },
  { child, began: 50, acknowledged: 60, allows: true },
  { child, began: 70, acknowledged: Infinity, allows: false },
];
const read = (began: number, ended: number, writtenAt = 0): Read => ({ child, began, ended, writtenAt, value: 1 });
const isFound = (each: Read): boolean => judge(changes, [each]).length > 0;

describe('the judge of histories', () => {
  it.each([
    ['before anything was granted', read(1, 9)],
    ['that began after the withdrawal was acknowledged', read(41, 49)],
    ['of what was written after the withdrawal, though it began before', read(25, 49, 41)],
  ])('finds a disclosure %s', (_what, each) => {
    expect(isFound(each)).toBe(true);
    expect(judge(changes, [{ ...each, value: null }])).toEqual([]);
  });

  it.each([
    ['while it is being granted', read(1, 11)],
    ['while it is permitted', read(22, 24)],
    ['that began before the withdrawal was acknowledged', read(39, 49)],
    ['that ended after it was granted again', read(41, 51)],
    ['while a withdrawal is never acknowledged', read(80, 90)],
  ])('lets a disclosure pass %s', (_what, each) => expect(isFound(each)).toBe(false));
});
