import type { RuleSet } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { instants } from '../property/generate-parts.ts';
import type * as localDayFile from '../../vocabulary/local-day.ts';
import type * as bitsFile from '../../decision/bits.ts';
import type * as ageFile from '../../decision/age.ts';
import type * as knownFile from '../../decision/known.ts';
import type * as periodFile from '../../decision/period.ts';
import { engineOf, type Load } from './engine-under-test.ts';

const zones = ['America/Toronto', 'UTC', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns'];
const days = [
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '2026-04-31',
  '2026-06-31',
  '2026-09-31',
  '2026-11-31',
  '2026-01-31',
  '2026-12-31',
  '2026-00-10',
  '2026-13-10',
  '2026-05-00',
  '2026-05-32',
  '2026-5-1',
  '26-05-01',
  '2026-05-01T00',
  'x2026-05-01',
  '2026x05x01',
  '1600-02-29',
  '2024-02-30',
  '2026-05-1 ',
  '',
  null,
  7,
  undefined,
  '2026-11-21',
  '0900-01-01',
  '2026-01-01',
  '2026-02-28',
  '2026-02-29',
  '2026-04-30',
  '2026-03-31',
  '2026-05-31',
  '2026-07-31',
  '2026-08-31',
  '2026-10-31',
];

/** Around the ends of months that are longer than the one a period ends in. */
const accessInstants = [
  '2026-11-21',
  '2026-11-30',
  '2026-12-01',
  '2027-02-28',
  '2027-03-01',
  '2027-03-02',
  '2027-03-03',
].map((day) => Date.parse(`${day}T17:00Z`));

/** Compiles no rules over a vocabulary with so many kinds of involvement. */
function compiledWith(load: Load, length: number): number {
  const involvementKinds = Array.from({ length }, (_, index) => `kind-${index}`);
  const empty = { authorities: [], rules: [], timeZone: 'UTC' } as unknown;
  return engineOf(load).compileRules(empty as RuleSet, { ...vocabulary, involvementKinds }).involvementBit.size;
}

/** The small parts, at their edges. */
export function smallParts(load: Load): string {
  const day = load('local-day.ts') as typeof localDayFile;
  const { accessPeriodCategory } = engineOf(load);
  const bits = load('bits.ts') as typeof bitsFile;
  const age = load('age.ts') as typeof ageFile;
  const known = load('known.ts') as typeof knownFile;
  const period = load('period.ts') as typeof periodFile;
  const [earliest, latest] = [Date.UTC(1000, 1), Date.UTC(9999, 1)];
  const ends = [...instants, ...instants.map((at) => at + 0.5), earliest, latest - 1];
  const periods = {
    id: 'x',
    within: 'in',
    after: 'out',
    outcomes: [
      ['a', 3, 0],
      ['b', 0, 2],
      ['c', 0, 1],
      ['d', 0, 0],
    ].map(([outcome, years, months]) => ({
      outcome: String(outcome),
      startsAt: 'x',
      years: Number(years),
      months: Number(months),
      authority: {} as never,
    })),
  };
  const set = bits.bitsOf(vocabulary, ['mental-health', 'identity.name']);
  const other = bits.bitsOf(vocabulary, ['mental-health.risk', 'police']);
  const refused = (act: () => unknown) => {
    try {
      return JSON.stringify(act());
    } catch (error) {
      return error instanceof RangeError ? error.message : 'another error';
    }
  };
  return JSON.stringify([
    zones.map((zone) => ends.map((at) => day.localDay(zone, at))),
    zones.map((zone) => ends.map((at) => day.localDay(zone, at + 86_400_000))),
    days.map((each) => [
      day.isDay(each),
      age.ageOn('2026-11-21', each as string | null),
      age.birthday(each as string | null, 16),
    ]),
    [earliest - 1, earliest, latest - 1, latest, NaN, '5', null].map((each) => day.isInstant(each)),
    ['2026-01-01', null, 'x', '2025-02-31'].map((from) =>
      ['2026-01-01', '2026-01-02', null, 'x'].map((to) => [
        day.isDayPeriod(from, to),
        day.isDayWithin('2026-01-01', from, to),
      ]),
    ),
    ['America/Toronto', 'Mars/Base', ''].map((zone) => day.isTimeZone(zone)),
    ['a', 'b', 'c', 'd', 'e'].map((outcome) =>
      [
        '2023-11-21',
        '2023-11-22',
        '2023-11-20',
        '2026-09-21',
        '2026-09-22',
        '2026-10-31',
        '2026-11-21',
        '2026-11-22',
        'x',
        '2026-12-31',
      ].map((startedOn) =>
        [...accessInstants, NaN].map((now) =>
          accessPeriodCategory(periods, { outcome, startedOn }, now, 'America/Toronto'),
        ),
      ),
    ),
    [
      bits.codesOf(vocabulary, set),
      bits.isSubset(set, other),
      bits.isSubset(set, set),
      bits.isEmpty(set),
      bits.isEmpty(bits.minus(set, set)),
    ],
    [
      bits.codesOf(vocabulary, bits.union(set, other)),
      bits.codesOf(vocabulary, bits.intersect(set, other)),
      bits.codesOf(vocabulary, bits.minus(set, other)),
      [...bits.allBits(vocabulary)],
    ],
    refused(() => bits.bitsOf(vocabulary, ['unknown'])),
    [9999, 3200, 64].map((bit) => bits.hasBit(set, bit)),
    [...bits.union(set, new Uint32Array(1))],
    [...Object.keys(vocabulary.roles), 'identity'].flatMap((agency) =>
      ['officer', 'child', 'system', 'approver', 'nobody'].flatMap((role) =>
        ['worker', 'officer', 'family', 'system', 'robot'].map((kind) => [
          known.knowsRole(vocabulary, agency, role),
          known.kindFits(agency, role, kind),
          known.knowsRequester(vocabulary, { agency, role, user: 'u', kind: kind as 'worker' }),
          known.knowsRecipient({ agency, role }, vocabulary),
        ]),
      ),
    ),
    ['nobody', 'family', 'network'].map((agency) => [
      known.knowsRecipientAgency(vocabulary, agency),
      known.knowsRecipient({ agency }, vocabulary),
      known.knowsRole(vocabulary, agency, 'system'),
    ]),
    known.knowsRequester(vocabulary, { agency: 'police', role: 'officer', user: '', kind: 'worker' }),
    [bits.bitsOf(vocabulary, ['police']), bits.bitsOf(vocabulary, ['identity'])].map((each) => [
      bits.isEmpty(each),
      bits.isSubset(each, bits.bitsOf(vocabulary, ['identity'])),
    ]),
    known.knowsRole({ ...vocabulary, roles: {} }, 'police', 'officer'),
    [-Infinity, NaN, Infinity, 0].flatMap((from) =>
      [null, 5, 0, NaN, Infinity].map((to) => [
        period.isPeriod({ from, to }),
        period.isWithin({ from, to }, 1),
        period.mayBeWithin({ from, to }, 1),
      ]),
    ),
    [30, 31].map((length) => refused(() => compiledWith(load, length))),
    ['research', 'treatment', 'x'].map((purpose) => known.servesPurpose(vocabulary, purpose)),
  ]);
}
