import { expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { checkRuleSet, compileRules, explain, parseRuleSet, type ChildFacts } from './index.ts';

const yaml = readFileSync(new URL('../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const pack = parseRuleSet(yaml, vocabulary);
const rules = compileRules(pack, vocabulary);
const network = { version: 1, standingApprovals: [], ruleSet: 1 };
const now = Date.parse('2026-11-21T12:00:00-05:00');
const father = { agency: 'family', role: 'parent', user: 'father', kind: 'family' } as const;

const facts = (birthDate: string, more: Partial<ChildFacts> = {}): ChildFacts => ({
  child: 'a',
  version: 1,
  birthDate,
  consents: [],
  authorities: [
    {
      id: 'father',
      holder: 'father',
      kind: 'custodial-parent',
      domains: null,
      jointWith: [],
      from: '2000-01-01',
      to: null,
      suspended: false,
    },
  ],
  orders: [],
  involvements: [],
  approvals: [],
  emergencies: [],
  ...more,
});
const unmet = (given: ChildFacts, category: string) =>
  Object.fromEntries(
    explain(rules, network, given, { requester: father, purpose: 'family-access', now }, category).unmet.map(
      ({ rule, reasons }) => [rule, reasons.map(({ reason }) => reason)],
    ),
  );

test('an explanation names each rule that does not apply, with all that stands in its way', () => {
  const relations = [{ id: 'r', user: 'father', relation: 'ALLEGED' as const, from: 0, to: null }];
  expect(unmet(facts('2010-03-01', { relations }), 'child-protection.plan')).toEqual({
    'parent-reads-file': ['CHILD_AGE', 'PERSON', 'NOT_OPEN', 'AUTHORITY'],
  });
  expect(unmet(facts('2018-03-01'), 'child-protection.plan')).toEqual({ 'parent-reads-file': ['NOT_OPEN'] });
  expect(unmet(facts('2018-03-01'), 'education.attendance')).toEqual({
    'access-parent-reads-school-record': ['AUTHORITY'],
  });
});

test.each([
  ['childAge: { to: 16 }', 'childAge: { from: 16, to: 16 }', /the ages are reversed/],
  ['notFor: [ALLEGED]', 'onlyFor: [ALLEGED]', /only NEVER is for recorded persons alone/],
  ['whileOpen: [placement]', 'whileOpen: [unheard-of]', /unknown involvement kind/],
  ['kinds: [access-parent]', 'kinds: [unheard-of]', /unknown kind of authority/],
])('a condition that could not be judged is refused: %s', (was, becomes, message) => {
  expect(yaml).toContain(was);
  expect(() => parseRuleSet(yaml.replace(was, becomes), vocabulary)).toThrow(message);
});

test('the checker finds a kind of authority that could never ask under a rule', () => {
  const found = checkRuleSet(
    parseRuleSet(yaml.replace('kinds: [access-parent]', 'kinds: [society]'), vocabulary),
    vocabulary,
  );
  expect(found).toContainEqual(
    expect.objectContaining({ code: 'NEVER_APPLIES', rules: ['access-parent-reads-school-record'] }),
  );
});
