import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { compileRules, decidedBy, hasBit, heldAuthorities, isHeldBy, parseRuleSet, type Authority } from './index.ts';

const pack = readFileSync(new URL('../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const now = Date.parse('2026-11-21T12:00:00-05:00');
const authority = (given: Partial<Authority>): Authority => ({
  id: 'a',
  holder: 'mother',
  kind: 'custodial-parent',
  domains: null,
  jointWith: [],
  from: '2000-01-01',
  to: null,
  suspended: false,
  ...given,
});
const mother = { agency: 'family', role: 'parent', user: 'mother' };
const held = (birthDate: string | null, ...given: Partial<Authority>[]) =>
  heldAuthorities(
    rules,
    { birthDate, authorities: given.map((each, index) => authority({ id: `a${index}`, ...each })) },
    now,
  );
const decides = (birthDate: string | null, category: string, ...given: Partial<Authority>[]) => {
  const authorities = given.map((each, index) => authority({ id: `a${index}`, ...each }));
  return hasBit(
    decidedBy(rules, { birthDate, authorities }, mother, now).mayPermit,
    vocabulary.bit.get(category) ?? -1,
  );
};

describe('an authority is held', () => {
  test('while the child is of an age at which it decides anything', () => {
    expect(held('2008-11-22', {})).toHaveLength(1);
    expect(held('2008-11-21', {})).toEqual([]);
    expect(held('2006-01-01', { kind: 'child' })).toHaveLength(1);
  });

  test('from its first day until its last, and not while it is suspended', () => {
    expect(held('2016-01-01', { from: '2026-11-21', to: '2026-11-22' })).toHaveLength(1);
    expect(held('2016-01-01', { from: '2026-11-22' }, { to: '2026-11-21' }, { suspended: true })).toEqual([]);
  });

  test('where it can be read: a kind that no rule set knows gives nothing', () => {
    expect(held('2016-01-01', { kind: 'unheard-of' })).toEqual([]);
  });

  test('by who holds it, under the family role that its kind gives', () => {
    const [one] = held('2016-01-01', {});
    expect(one && isHeldBy(one, mother)).toBe(true);
    expect(one && isHeldBy(one, { ...mother, role: 'substitute' })).toBe(false);
    expect(one && isHeldBy(one, { ...mother, user: 'stranger' })).toBe(false);
    expect(one && isHeldBy(one, { ...mother, agency: 'education' })).toBe(false);
  });

  test('for its domains, the age of the child, and while nobody ranks before it', () => {
    expect(decides('2016-01-01', 'education.enrolment', {})).toBe(true);
    expect(decides('2016-01-01', 'education.enrolment', { domains: ['mental-health'] })).toBe(false);
    expect(decides('2016-01-01', 'mental-health.risk', { kind: 'access-parent' })).toBe(true);
    const father = { holder: 'father' };
    expect(decides('2016-01-01', 'mental-health.risk', { kind: 'access-parent' }, father)).toBe(false);
  });
});
