import { readFileSync } from 'node:fs';
import { RuleSetProblems } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { expect, it } from '@jest/globals';
import { parsedRuleSet } from './parsed-rule-set.ts';

const pack = readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
const edited = (number: number): string => pack.replace(/^version: .*$/m, `version: '${number}'`);

it('parses a text once, each text and vocabulary for itself, and keeps the latest few', () => {
  const first = parsedRuleSet(edited(1), vocabulary);
  expect(parsedRuleSet(edited(1), vocabulary)).toBe(first);
  expect(parsedRuleSet(edited(2), vocabulary).version).toBe('2');
  expect(parsedRuleSet(edited(1), { ...vocabulary })).not.toBe(first);
  for (let number = 3; number < 10; number += 1) parsedRuleSet(edited(number), vocabulary);
  expect(parsedRuleSet(edited(1), vocabulary)).not.toBe(first);
});

it('says each time what is wrong with a text', () => {
  for (let time = 0; time < 2; time += 1) expect(() => parsedRuleSet('rules: [', vocabulary)).toThrow(RuleSetProblems);
});
