import { describe, expect, it } from '@jest/globals';
import { incidentCategories, type PersonRow } from './incident-categories.ts';

const person = (change: Partial<PersonRow>): PersonRow => ({
  child: 'c',
  role: 'ACCUSED',
  relationship: null,
  disposition: null,
  dispositionOn: null,
  ...change,
});
const of = (...people: readonly Partial<PersonRow>[]) => incidentCategories([], people.map(person), '2026-03-01');

describe('what of an incident only the incident knows', () => {
  it('says that a child was warned, cautioned or referred, and makes no youth record of it', () => {
    expect(of({ disposition: 'EXTRAJUDICIAL_MEASURE', dispositionOn: '2020-01-01' })).toEqual([
      'police.accused',
      'police.youth-measure',
    ]);
  });

  it('needs everything of every child in it: a measure for one, a record past its period for another', () => {
    const past = { disposition: 'REPRIMAND', dispositionOn: '2020-01-01' } as const;
    expect(of({ disposition: 'EXTRAJUDICIAL_MEASURE' }, past, { role: 'VICTIM' })).toEqual([
      'police.accused',
      'police.victim',
      'police.youth-measure',
      'police.youth-record',
      'police.youth-record-expired',
    ]);
  });

  it('keeps what the incident itself says', () => {
    expect(incidentCategories(['police.youth-report'], [person({ role: 'WITNESS' })], '2026-03-01')).toEqual([
      'police.witness',
      'police.youth-report',
    ]);
  });
});
