import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { compileRules } from './compile-rules.ts';
import type { Question } from './decision.ts';
import { explainToRequester } from './explain-to-requester.ts';
import { explain } from './explain.ts';
import type { ChildFacts, Consent } from './facts.ts';
import { impact } from './impact.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import { whatCanSee } from './what-can-see.ts';
import { whatIf } from './what-if.ts';
import { whoCanSee } from './who-can-see.ts';

const ruleSet = parseRuleSet(
  readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8'),
  vocabulary,
);
const rules = compileRules(ruleSet, vocabulary);
const now = Date.parse('2026-11-21T17:00:00Z');
const network = { version: 1, ruleSet: 42, standingApprovals: [] };
const clinician: Question = {
  requester: { agency: 'mental-health', role: 'clinician', user: 'dr', kind: 'worker' },
  purpose: 'treatment',
  now,
};
const teacher: Question = {
  requester: { agency: 'education', role: 'teacher', user: 't', kind: 'worker' },
  purpose: 'education-support',
  now,
};
const involvement = { evidence: 'x', assigned: [], from: 0, to: null };
const facts: ChildFacts = {
  child: 'c',
  version: 1,
  birthDate: '2018-01-01',
  consents: [],
  authorities: [
    {
      id: 'mother',
      holder: 'm',
      kind: 'custodial-parent',
      domains: null,
      jointWith: [],
      from: '2018-01-01',
      to: null,
      suspended: false,
    },
  ],
  orders: [],
  involvements: [
    { ...involvement, id: 'i', agency: 'mental-health', kind: 'treatment' },
    { ...involvement, id: 'j', agency: 'education', kind: 'enrolment' },
  ],
  approvals: [],
  emergencies: [],
};
const refusal: Consent = {
  id: 'refusal',
  decision: 'REFUSE',
  by: 'mother',
  recipients: [{ agency: 'mental-health' }],
  purposes: ['treatment'],
  categories: ['mental-health.risk'],
  level: 'SUMMARY',
  from: 0,
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: false,
  except: [],
  state: 'ACTIVE',
  evidence: null,
  language: 'fr',
  recordedAt: now,
};
const permit: Consent = {
  ...refusal,
  id: 'permit',
  decision: 'PERMIT',
  recipients: [{ agency: 'education' }],
  purposes: ['education-support'],
  categories: ['mental-health'],
};

describe('explain', () => {
  test('shows the ten lines, the one that decided, and the law it cites', () => {
    const { levels, ruleSet: number, known } = explain(rules, network, facts, clinician, 'mental-health.risk');
    expect({ number, known }).toEqual({ number: 42, known: true });
    expect(levels.FULL).toMatchObject({ permitted: true, decidedBy: 8 });
    expect(levels.FULL.lines.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [deciding] = levels.FULL.lines.filter(({ decides }) => decides);
    expect(deciding?.cites[0]).toMatchObject({
      kind: 'RULE',
      id: 'circle-of-care',
      authority: { citation: 'PHIPA s. 20 (2)' },
    });
    expect(deciding?.sentence.fr).toContain('sauf refus : oui');
  });

  test('cites the refusal that withholds', () => {
    const { levels } = explain(rules, network, { ...facts, consents: [refusal] }, clinician, 'mental-health.risk');
    expect(levels.FULL).toMatchObject({ permitted: false, decidedBy: 7 });
    expect(levels.FULL.lines[6]?.cites).toEqual([{ kind: 'CONSENT', id: 'refusal', sentence: null, authority: null }]);
  });

  test('says what a line waits for', () => {
    const { levels } = explain(rules, network, facts, teacher, 'mental-health.condition');
    expect(levels.SUMMARY.decidedBy).toBe(10);
    expect(levels.SUMMARY.lines[8]?.sentence.en).toBe(
      'A sharing rule permits it with consent, and nobody entitled to has consented.',
    );
    expect(levels.SUMMARY.lines[8]?.cites).toMatchObject([{ kind: 'RULE', id: 'school-learns-of-care' }]);
  });

  test('leaves line ten alone for whom nobody knows, and refuses a category nobody knows', () => {
    const stranger = { ...clinician, requester: { ...clinician.requester, role: 'chief' } };
    expect(explain(rules, network, facts, stranger, 'mental-health.risk')).toMatchObject({
      known: false,
      routes: [],
      levels: { FULL: { permitted: false, decidedBy: 10 } },
    });
    expect(() => explain(rules, network, facts, clinician, 'mental-health.x')).toThrow(
      'unknown category `mental-health.x`',
    );
  });

  test('tells the requester the open routes, the same whatever was consented to, refused or ordered', () => {
    const told = explainToRequester(rules, network, facts, clinician, 'mental-health.risk');
    expect(told.routes).toEqual(['CONSENT', 'EMERGENCY']);
    expect(
      explainToRequester(rules, network, { ...facts, consents: [refusal] }, clinician, 'mental-health.risk'),
    ).toEqual(told);
    const none = explainToRequester(rules, network, facts, clinician, 'police.narrative');
    expect(none).toMatchObject({
      routes: [],
      sentence: { en: 'It is not shared with this requester for this purpose.' },
    });
  });
});

describe('what if', () => {
  test('a consent were given, and nothing is recorded', () => {
    const { difference, before } = whatIf(rules, network, facts, teacher, { facts: { consents: [permit] } });
    expect(difference.opened).toEqual({ SUMMARY: ['mental-health.involvement', 'mental-health.condition'], FULL: [] });
    expect(difference.closed).toEqual({ SUMMARY: [], FULL: [] });
    expect(before.yes.SUMMARY.every((word) => word === 0)).toBe(true);
    expect(facts.consents).toEqual([]);
  });

  test('a fact with the id of another takes its place', () => {
    const given = { ...facts, consents: [permit] };
    const { difference } = whatIf(rules, network, given, teacher, {
      facts: { consents: [{ ...permit, state: 'WITHDRAWN' }] },
    });
    expect(difference.closed.SUMMARY).toContain('mental-health.condition');
  });

  test('the rules were others: the impact over questions that were asked', () => {
    const draft = compileRules(
      { ...ruleSet, rules: ruleSet.rules.filter(({ id }) => id !== 'circle-of-care') },
      vocabulary,
    );
    const asked = [clinician, teacher].map((question, index) => ({ id: String(index), question, network, facts }));
    const found = impact(rules, draft, asked);
    expect(found.asked).toBe(2);
    expect(found.changed.map(({ recorded }) => recorded.id)).toEqual(['0']);
    expect(found.changed[0]?.difference.closed.FULL).toEqual(['mental-health.condition', 'mental-health.risk']);
  });
});

describe('who can see what', () => {
  test('names everybody who could see a category, and persons where a fact names them', () => {
    const approved = {
      ...facts,
      involvements: [
        ...facts.involvements,
        { ...involvement, id: 'k', agency: 'police', kind: 'police-investigation' },
      ],
      approvals: [
        {
          id: 'p',
          custodian: 'child-protection',
          recipient: { agency: 'police', user: 'pc-1' },
          purpose: 'law-enforcement-investigation',
          categories: ['child-protection.safety-alert'],
          state: 'APPROVED' as const,
          until: now + 1,
        },
      ],
    };
    const seers = whoCanSee(rules, network, approved, 'child-protection.safety-alert', now);
    expect(seers).toEqual([
      {
        requester: { agency: 'police', role: 'officer', user: 'pc-1', kind: 'worker' },
        named: true,
        purpose: 'law-enforcement-investigation',
        level: 'FULL',
        grounds: [
          { kind: 'RULE', id: 'police-asks-society' },
          { kind: 'APPROVAL', id: 'p' },
        ],
      },
    ]);
    expect(whoCanSee(rules, network, approved, 'mental-health.risk', now)).toMatchObject([
      { named: false, requester: { role: 'clinician' } },
    ]);
    expect(whoCanSee(rules, network, approved, 'child-protection.reporter', now)).toEqual([]);
  });

  test('shows one requester every category, with its level, grounds or routes', () => {
    const seen = whatCanSee(rules, network, facts, clinician);
    expect(seen).toHaveLength(vocabulary.categories.length);
    expect(seen.find(({ category }) => category === 'mental-health.risk')).toEqual({
      category: 'mental-health.risk',
      level: 'FULL',
      grounds: [{ kind: 'RULE', id: 'circle-of-care' }],
      routes: [],
    });
    expect(seen.find(({ category }) => category === 'police.narrative')).toMatchObject({
      level: null,
      grounds: [],
      routes: [],
    });
  });
});
