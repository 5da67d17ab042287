import type { Day, Instant, Recipient } from '@trellis/decision';
import type { Requester, Vocabulary } from '@trellis/vocabulary';
import type { Random } from './random.ts';

/** Instants at which something usually changes: midnights in two zones, both clock changes of the year, noon. */
export const instants: readonly Instant[] = [
  '2026-03-08T06:59:59.999Z',
  '2026-03-08T07:00:00.000Z',
  '2026-11-21T04:59:59.999Z',
  '2026-11-21T05:00:00.000Z',
  '2026-11-21T17:00:00.000Z',
  '2026-11-20T18:30:00.000Z',
  '2026-11-22T00:00:00.000Z',
  '2027-03-01T05:00:00.000Z',
].map((text) => Date.parse(text));

export const days: readonly Day[] = [
  '2026-03-07',
  '2026-03-08',
  '2026-11-20',
  '2026-11-21',
  '2026-11-22',
  '2027-02-28',
  '2027-03-01',
];
export const requesters: readonly Requester[] = [
  { agency: 'north', role: 'worker', user: 'u1', kind: 'worker' },
  { agency: 'north', role: 'lead', user: 'u2', kind: 'worker' },
  { agency: 'south', role: 'teacher', user: 'u1', kind: 'worker' },
  { agency: 'south', role: 'teacher', user: 'u3', kind: 'worker' },
  { agency: 'south', role: 'system', user: 's', kind: 'system' },
  { agency: 'family', role: 'parent', user: 'p1', kind: 'family' },
  { agency: 'family', role: 'child', user: 'c', kind: 'family' },
  { agency: 'south', role: 'privacy-officer', user: 'u2', kind: 'officer' },
];
export function generateRecipient(choose: Random): Recipient {
  if (choose.chance(0.02)) return choose.pick([{ agency: 'east' }, { agency: 'north', role: 'chief' }]);
  const { agency, role, user } = choose.pick(requesters);
  return {
    agency,
    ...(choose.chance(0.2) ? { role } : {}),
    ...(choose.chance(0.1) ? { user } : {}),
  };
}

export function generatePurposes(choose: Random): string[] {
  if (choose.chance(0.02)) return ['care', 'unknown'];
  return choose.some(['care', 'care', 'inquiry', 'family-access', 'urgent'], 2, 5);
}

export function generateCategories(choose: Random, { categories }: Vocabulary): string[] {
  if (choose.chance(0.02)) return ['north', 'north.unknown'];
  if (choose.chance(0.4)) return choose.some(['north', 'south', 'marks', 'filler'], 1, 2);
  return choose.some(
    categories.map(({ code }) => code),
    1,
    Math.max(4, categories.length / 2),
  );
}

export function past(choose: Random): Instant {
  return choose.chance(0.9) ? Date.parse('2026-01-01T00:00:00Z') : choose.pick(instants);
}

export function future(choose: Random): Instant {
  return choose.chance(0.85) ? Date.parse('2028-01-01T00:00:00Z') : choose.pick(instants);
}

export function several<Item>(choose: Random, most: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: choose.below(most + 1) }, (_, index) => make(index));
}
