import { expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { hasWords } from '../../apps/console/has-words.ts';

const kindsWith = (asked: string) =>
  vocabulary.categories.filter(({ code, en }) => hasWords(asked, `${code} ${en}`)).map(({ code }) => code);

it.each([
  ['safety plan', 'mental-health.safety-plan'],
  ['Plan  safety', 'mental-health.safety-plan'],
  ['safety-plan', 'mental-health.safety-plan'],
  ['mental-health.safety', 'mental-health.safety-plan'],
  ['diagnosis', 'mental-health.condition'],
  ['Diagnoses', 'mental-health.condition'],
])('%s finds %s', (asked, code) => {
  expect(kindsWith(asked)).toContain(code);
});

it('nothing asked is everything; a word that none has is nothing; every word must be there', () => {
  expect(kindsWith('  ')).toHaveLength(vocabulary.categories.length);
  expect(kindsWith('zzz')).toEqual([]);
  expect(kindsWith('safety zzz')).toEqual([]);
  expect(hasWords('eleve', 'L’élève')).toBe(true);
});
