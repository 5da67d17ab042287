import { expect, test } from '@jest/globals';
import { dayIn, instantAt, isDay, isInstant, localDay, startOfDay, yearsLived } from './local-day.ts';

const hour = 3_600_000;

test.each([
  ['America/Toronto', '2026-11-21T04:59:59.999Z', '2026-11-20', 24],
  ['America/Toronto', '2026-11-21T05:00:00.000Z', '2026-11-21', 24],
  ['America/Toronto', '2026-03-08T12:00:00Z', '2026-03-08', 23],
  ['America/Toronto', '2026-11-01T12:00:00Z', '2026-11-01', 25],
  ['Asia/Kolkata', '2026-11-20T18:30:00Z', '2026-11-21', 24],
  ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31', 24],
  ['Pacific/Apia', '2011-12-29T12:00:00Z', '2011-12-29', 24],
])('in %s at %s it is %s, for %i hours', (zone, at, day, hours) => {
  const now = Date.parse(at);
  const found = localDay(zone, now);
  expect(found.day).toBe(day);
  expect(found.end - found.start).toBe(hours * hour);
  expect(found.start <= now && now < found.end).toBe(true);
  expect(localDay(zone, found.start).day).toBe(day);
  expect(localDay(zone, found.end).day > day).toBe(true);
  expect(dayIn(zone, now)).toBe(day);
  expect(startOfDay(zone, day)).toBe(found.start);
});

test.each([
  ['2026-11-21', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-31', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['x', false],
  [null, false],
])('%j is a day: %p', (day, is) => {
  expect(isDay(day)).toBe(is);
});

test.each([
  [Date.parse('2026-11-21'), true],
  [NaN, false],
  [Infinity, false],
  [8.64e15, false],
  ['2026-11-21', false],
])('%p is an instant: %p', (at, is) => {
  expect(isInstant(at)).toBe(is);
});

test('a day that a zone skipped begins where the next one does', () => {
  expect(startOfDay('Pacific/Apia', '2011-12-30')).toBe(startOfDay('Pacific/Apia', '2011-12-31'));
});

test.each([
  ['2010-06-15', '2026-06-14', 15],
  ['2010-06-15', '2026-06-15', 16],
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
  ['2012-02-29', '2028-02-29', 16],
])('who was born on %s has lived %s at %i years', (birthDate, day, years) => {
  expect(yearsLived(birthDate, day)).toBe(years);
});

test.each([
  ['America/Toronto', '2016-02-19T02:00:00', '2016-02-19T07:00:00.000Z'],
  ['America/Toronto', '2016-07-19T02:00', '2016-07-19T06:00:00.000Z'],
  ['America/Toronto', '1880-03-08T02:30:00', '1880-03-08T07:47:32.000Z'],
  ['Europe/Zurich', '2026-10-25T00:30:00', '2026-10-24T22:30:00.000Z'],
  ['Asia/Kolkata', '2026-03-08T02:30:00.250', '2026-03-07T21:00:00.250Z'],
  ['UTC', '2026-03-08T02:30:00', '2026-03-08T02:30:00.000Z'],
])('clocks in %s that show %s are at %s', (zone, clock, instant) => {
  expect(new Date(instantAt(zone, clock)).toISOString()).toBe(instant);
});

test('what no clock shows is no instant', () => {
  expect(instantAt('UTC', '2026-03-08T25:00:00')).toBeNaN();
});
