import { describe, expect, it } from '@jest/globals';
import { incidentCategories, type PersonRow } from './incident-categories.ts';
import { withinAccessPeriod, type YouthDisposition } from './youth-access-period.ts';

describe('the access periods of YCJA s. 119(2)', () => {
  it.each<[YouthDisposition, string, string]>([
    ['EXTRAJUDICIAL_SANCTION', '2024-03-10', '2026-03-10'],
    ['ACQUITTED', '2026-01-31', '2026-03-31'],
    ['DISMISSED', '2025-12-31', '2026-02-28'],
    ['WITHDRAWN', '2026-01-15', '2026-03-15'],
    ['REPRIMAND', '2026-01-15', '2026-03-15'],
    ['STAYED', '2024-02-29', '2025-02-28'],
    ['PEACE_BOND', '2026-01-15', '2026-07-15'],
    ['ABSOLUTE_DISCHARGE', '2025-01-15', '2026-01-15'],
    ['CONDITIONAL_DISCHARGE', '2023-01-15', '2026-01-15'],
    ['SUMMARY_OFFENCE', '2023-01-15', '2026-01-15'],
    ['INDICTABLE_OFFENCE', '2021-01-15', '2026-01-15'],
  ])('%s from %s is open until the day before %s', (disposition, from, end) => {
    const before = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
    expect(withinAccessPeriod(disposition, from, before)).toBe(true);
    expect(withinAccessPeriod(disposition, from, end)).toBe(false);
    expect(withinAccessPeriod(disposition, null, before)).toBe(false);
  });

  it('has no end while the matter is pending, and none to begin with for a measure out of court', () => {
    expect(withinAccessPeriod('PENDING', null, '2030-01-01')).toBe(true);
    expect(withinAccessPeriod(null, null, '2030-01-01')).toBe(true);
    expect(withinAccessPeriod('EXTRAJUDICIAL_MEASURE', '2026-01-15', '2026-01-15')).toBe(false);
  });
});

describe('an incident’s own categories', () => {
  const person = (change: Partial<PersonRow>): PersonRow => ({
    child: 'a',
    role: 'VICTIM',
    relationship: null,
    disposition: null,
    dispositionOn: null,
    ...change,
  });
  const today = '2026-11-21';

  it('are those of every part a child had in it', () => {
    expect(incidentCategories(['sensitivity.violence'], [person({}), person({ role: 'WITNESS' })], today)).toEqual([
      'police.victim',
      'police.witness',
      'sensitivity.violence',
    ]);
    expect(incidentCategories([], [person({ role: 'SUBJECT' })], today)).toEqual(['police.accused']);
    expect(incidentCategories([], [person({ role: 'ACCUSED' })], today)).toEqual([
      'police.accused',
      'police.youth-record',
    ]);
  });

  it('say past for all where the period is past for one', () => {
    const past = person({ role: 'ACCUSED', disposition: 'STAYED', dispositionOn: '2020-01-01' });
    const open = person({ role: 'ACCUSED', disposition: 'PENDING', child: 'b' });
    expect(incidentCategories([], [past, open], today)).toContain('police.youth-record-expired');
    expect(incidentCategories([], [open], today)).not.toContain('police.youth-record-expired');
  });
});
