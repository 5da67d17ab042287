import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { accessPeriodCategory } from './access-period-category.ts';
import { parseRuleSet } from './parse-rule-set.ts';

const { accessPeriods, timeZone } = parseRuleSet(
  readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8'),
  vocabulary,
);
const [periods] = accessPeriods;
const [within, after] = ['police.youth-record', 'police.youth-record-expired'];

test.each([
  ['on the day of the finding', '2023-11-21', '2023-11-21T17:00:00Z', within],
  ['a moment before midnight, three years on', '2023-11-21', '2026-11-21T04:59:59.999Z', within],
  ['three years on, in Toronto', '2023-11-21', '2026-11-21T05:00:00.000Z', after],
  ['three years after 29 February: on the last of February', '2024-02-29', '2027-02-28T05:00:00.000Z', after],
  ['and not the day before', '2024-02-29', '2027-02-28T04:59:59.999Z', within],
  ['before it began', '2026-12-01', '2026-11-21T17:00:00Z', after],
  ['of a day that is none', '2023-02-31', '2023-11-21T17:00:00Z', after],
])('a conditional discharge %s', (_, startedOn, at, category) => {
  const now = Date.parse(at);
  expect(periods && accessPeriodCategory(periods, { outcome: 'conditional-discharge', startedOn }, now, timeZone)).toBe(
    category,
  );
});

test('an outcome nobody knows is past its period', () => {
  const now = Date.parse('2026-11-21T17:00:00Z');
  expect(periods && accessPeriodCategory(periods, { outcome: 'x', startedOn: '2026-11-20' }, now, timeZone)).toBe(
    after,
  );
});
