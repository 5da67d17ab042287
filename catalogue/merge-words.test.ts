import { describe, expect, it } from '@jest/globals';
import type { AgencyWords } from '@trellis/vocabulary';
import { mergeWords } from './merge-words.ts';

const category = (of?: 'ADULT') => ({ labels: ['R'], sentences: { en: 'x', fr: 'x' }, ...(of && { of }) });
const words = (categories: object, roles: readonly string[] = ['worker'], involvementKinds: readonly string[] = []) =>
  ({ title: { en: 'S', fr: 'S' }, roles, involvementKinds, categories }) as unknown as AgencyWords;
const rulesIn = ({ found }: ReturnType<typeof mergeWords>) => found.map(({ severity, rule }) => `${severity} ${rule}`);

describe('words that an agency publishes again', () => {
  it('only grow: a category, a role and a kind of involvement that are left out stay', () => {
    const merged = mergeWords(
      's',
      words({ a: category(), b: category() }, ['old'], ['housed']),
      words({ b: category() }),
    );
    expect(Object.keys(merged.words.categories).sort()).toEqual(['a', 'b']);
    expect([...merged.words.roles].sort()).toEqual(['old', 'worker']);
    expect(merged.words.involvementKinds).toEqual(['housed']);
    expect(rulesIn(merged)).toEqual(['warning a-category-stays']);
  });

  it('never come to be of somebody else, either way', () => {
    const error = ['error a-category-keeps-its-meaning'];
    expect(rulesIn(mergeWords('s', words({ a: category() }), words({ a: category('ADULT') })))).toEqual(error);
    expect(rulesIn(mergeWords('s', words({ a: category('ADULT') }), words({ a: category() })))).toEqual(error);
    expect(rulesIn(mergeWords('s', words({ a: category('ADULT') }), words({ a: category('ADULT') })))).toEqual([]);
  });
});
