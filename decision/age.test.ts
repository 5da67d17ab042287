import { expect, test } from '@jest/globals';
import { ageOn, birthday } from './age.ts';

test.each([
  ['2026-11-20', '2010-11-21', 15],
  ['2026-11-21', '2010-11-21', 16],
  ['2026-02-28', '2010-02-28', 16],
  ['2026-02-28', '2008-02-29', 17],
  ['2026-03-01', '2008-02-29', 18],
  ['2024-02-29', '2008-02-29', 16],
])('on %s who was born on %s is %i', (day, born, age) => {
  expect(ageOn(day, born)).toEqual({ least: age, most: age });
  const turned = birthday(born, age);
  expect(turned !== undefined && turned <= day).toBe(true);
});

test.each([null, '2030-01-01', '2010-02-31'])(
  'who was born on %p may be of any age, or of any below a limit',
  (born) => {
    expect(ageOn('2026-11-21', born)).toEqual({ least: 0, most: 1000 });
    expect(ageOn('2026-11-21', born, 18)).toEqual({ least: 0, most: 17 });
  },
);
