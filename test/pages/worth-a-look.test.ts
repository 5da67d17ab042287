import { expect, it } from '@jest/globals';
import { worthALook, type LookedAt } from '../../apps/console/seen/worth-a-look.ts';

const at = (hour: number, minute = 0): string => new Date(2026, 10, 29, hour, minute).toISOString();
const entry = (change: Partial<LookedAt> = {}): LookedAt => ({
  at: at(12),
  child: { id: 'a' },
  requester: { agency: 'police', user: 'po-rivard' },
  grounds: [{ kind: 'RULE' }],
  ...change,
});
const around = { involvements: [{ agency: 'police', from: at(0), to: null }], holders: ['mother-named-noor'] };

it('an ordinary entry is not marked', () => {
  expect(worthALook(entry(), [entry()], around)).toEqual([]);
  expect(worthALook(entry(), [entry()])).toEqual([]);
});

it('an entry of the night is marked, and one by an emergency', () => {
  for (const hour of [22, 23, 0, 5]) expect(worthALook(entry({ at: at(hour) }), [])).toEqual(['at night']);
  for (const hour of [6, 21]) expect(worthALook(entry({ at: at(hour) }), [])).toEqual([]);
  expect(worthALook(entry({ grounds: [{ kind: 'EMERGENCY' }] }), [])).toEqual(['by emergency access']);
});

it('a user who shares a name with the family is marked, with or without accents; a family member is not', () => {
  const named = { ...around, holders: ['nadine.RIVÁRD'] };
  expect(worthALook(entry(), [], named)).toEqual(['shares a name with the family']);
  const mother = entry({ requester: { agency: 'family', user: 'nadine.rivard' } });
  expect(worthALook(mother, [], named)).toEqual([]);
});

it('an entry of an agency that did not work with the child at that moment is marked', () => {
  const marked = ['their agency did not work with the child'];
  expect(worthALook(entry(), [], { ...around, involvements: [] })).toEqual(marked);
  const over = { ...around, involvements: [{ agency: 'police', from: at(0), to: at(11) }] };
  expect(worthALook(entry(), [], over)).toEqual(marked);
  expect(worthALook(entry({ at: at(10) }), [], over)).toEqual([]);
});

it('many entries of many children within minutes are marked, of one child or over a day they are not', () => {
  const many = (of: (index: number) => Partial<LookedAt>) => Array.from({ length: 25 }, (_, index) => entry(of(index)));
  const burst = many((index) => ({ child: { id: String(index % 6) } }));
  expect(worthALook(burst[0]!, burst)).toEqual(['many children at once']);
  const one = many(() => ({}));
  expect(worthALook(one[0]!, one)).toEqual([]);
  const slow = many((index) => ({
    child: { id: String(index % 6) },
    at: at(8 + Math.floor(index / 3), (index % 3) * 20),
  }));
  expect(worthALook(slow[0]!, slow)).toEqual([]);
});
