import { expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import {
  checkRuleSet,
  compileRules,
  effectOf,
  explain,
  parseRuleSet,
  type ChildFacts,
  type Consent,
  type Order,
} from './index.ts';

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
  ['consentBy: [child]', 'consentBy: [unheard-of]', /unknown kind of authority/],
  ['childAge: { to: 16 }', 'consentBy: [child]', /only a WITH_CONSENT rule asks whose consent it is/],
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

test('a rule that asks for the child’s own consent is named where only a parent consented, and says so to whoever consents', () => {
  const consent: Consent = {
    ...{ id: 'fathers', decision: 'PERMIT', by: 'father', level: 'FULL', recipients: [{ agency: 'family' }] },
    ...{ purposes: ['family-access'], categories: ['police.incident'], except: [], evidence: null, language: 'en' },
    ...{ from: 0, to: null, recordsFrom: null, recordsTo: null, notEvenInEmergency: false },
    ...{ state: 'ACTIVE', recordedAt: now - 1000 },
  };
  const shown = 'parent-reads-incidents-that-the-child-shows';
  const permitted = facts('2018-03-01', { consents: [consent] });
  expect(unmet(permitted, 'police.incident')).toEqual({ [shown]: ['CONSENT_BY'] });
  expect(unmet(facts('2018-03-01'), 'police.incident')).toEqual({});
  const question = { requester: father, purpose: 'family-access', now };
  const { routes, levels } = explain(rules, network, permitted, question, 'police.incident');
  expect([routes, levels.FULL.permitted]).toEqual([['CONSENT'], false]);
  // The consent is none that the rule asks for, so that it is cited for nothing.
  expect(levels.FULL.lines[8]?.cites.map(({ id }) => id)).toEqual([shown]);
  const effect = effectOf({ rules, network, facts: facts('2018-03-01') }, { kind: 'CONSENT', fact: consent }, now);
  expect([effect.state, effect.reasons]).toEqual(['NO_EFFECT', ['CONSENT_BY']]);
  const refusal = { ...consent, id: 'no', decision: 'REFUSE' } as const;
  expect(effectOf({ rules, network, facts: permitted }, { kind: 'CONSENT', fact: refusal }, now).reasons).toEqual([
    'NO_RULE',
  ]);
});

test('a consent by somebody whose kind of authority never reaches the records says that, and not that there is no rule', () => {
  const consent: Consent = {
    ...{ id: 'fathers', decision: 'PERMIT', by: 'father', level: 'FULL', recipients: [{ agency: 'education' }] },
    ...{ purposes: ['education-support'], categories: ['mental-health.involvement'], except: [], evidence: null },
    ...{ from: 0, to: null, recordsFrom: null, recordsTo: null, notEvenInEmergency: false, language: 'en' },
    ...{ state: 'ACTIVE', recordedAt: now - 1000 },
  };
  const reasonsOf = (kind: string) => {
    const given = facts('2018-03-01');
    const authorities = given.authorities.map((each) => ({ ...each, kind }));
    return effectOf({ rules, network, facts: { ...given, authorities } }, { kind: 'CONSENT', fact: consent }, now);
  };
  expect(reasonsOf('custodial-parent').state).not.toBe('NO_EFFECT');
  expect(reasonsOf('foster-carer').reasons).toEqual(['DOMAIN']);
});

test('an order that changes nothing does not name itself as the order that stands above it', () => {
  const order: Order = {
    ...{ id: 'order', decision: 'REFUSE', recipients: [{ agency: 'education', role: 'teacher' }], purposes: null },
    ...{ categories: ['police.narrative'], from: 0, to: null, court: 'c', reference: 'r', confirmed: true },
  };
  const world = { rules, network, facts: facts('2018-03-01', { orders: [order] }) };
  expect(effectOf(world, { kind: 'ORDER', fact: order }, now).reasons).toEqual(['NO_RULE']);
});

test('a yes by several consents rests on those that the rule asks for, and on no rule whose consent was not given', () => {
  const self = {
    ...facts('2018-03-01').authorities[0]!,
    id: 'self',
    holder: 'self',
    kind: 'child',
    domains: ['police'],
  };
  const consent = (by: string): Consent => ({
    ...{ id: by, decision: 'PERMIT', by, level: 'FULL', recipients: [{ agency: 'family' }] },
    ...{ purposes: ['family-access'], categories: ['police.incident'], except: [], evidence: null, language: 'en' },
    ...{ from: 0, to: null, recordsFrom: null, recordsTo: null, notEvenInEmergency: false },
    ...{ state: 'ACTIVE', recordedAt: now - 1000 },
  });
  const given = facts('2018-03-01', { consents: [consent('father'), consent('self')] });
  const both = { ...given, authorities: [...given.authorities, self] };
  const question = { requester: father, purpose: 'family-access', now };
  const [line] = explain(rules, network, both, question, 'police.incident').levels.FULL.lines.filter(
    ({ decides }) => decides,
  );
  expect([line?.line, line?.cites.map(({ id }) => id)]).toEqual([
    9,
    ['parent-reads-incidents-that-the-child-shows', 'self'],
  ]);
});

test('the checker finds a rule that waits for the consent of a kind that may give none', () => {
  const found = (kind: string) =>
    checkRuleSet(parseRuleSet(yaml.replace('consentBy: [child]', `consentBy: [${kind}]`), vocabulary), vocabulary);
  const waits = expect.objectContaining({ rules: ['parent-reads-incidents-that-the-child-shows'], severity: 'ERROR' });
  expect(found('childs-counsel')).toContainEqual(waits);
  expect(found('child')).not.toContainEqual(waits);
});
