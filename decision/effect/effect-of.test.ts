import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { compileRules } from '../compile-rules.ts';
import type { Authority, ChildFacts, Consent } from '../facts.ts';
import { parseRuleSet } from '../parse-rule-set.ts';
import { effectOf } from './effect-of.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const network = { version: 1, ruleSet: 1, standingApprovals: [] };
const now = Date.parse('2026-11-21T12:00:00Z');

const authority = (kind: string, more: Partial<Authority> = {}): Authority => ({
  ...{ id: kind, holder: kind, kind, domains: null, jointWith: [], from: '2012-01-01', to: null, suspended: false },
  ...more,
});
const family = (birthDate: string | null, ...authorities: readonly Authority[]): ChildFacts => ({
  ...{ child: 'a'.repeat(26), version: 1, birthDate, authorities },
  ...{ consents: [], orders: [], approvals: [], emergencies: [] },
  involvements: [
    { id: 'e', agency: 'education', kind: 'enrolment', evidence: 'e', assigned: ['w'], from: 0, to: null },
  ],
});
const refusal = (by: string): Consent => ({
  ...{ id: 'c', decision: 'REFUSE', by, level: 'SUMMARY', recipients: [{ agency: 'education' }] },
  ...{ purposes: ['education-support'], categories: ['mental-health.safety-plan'], except: [], evidence: null },
  ...{ from: 0, to: null, recordsFrom: null, recordsTo: null, notEvenInEmergency: false, language: 'en' },
  ...{ state: 'ACTIVE', recordedAt: now - 1000 },
});
const reasons = (facts: ChildFacts, by: string) =>
  effectOf({ rules, network, facts }, { kind: 'CONSENT', fact: refusal(by) }, now).reasons;

describe('why a decision has no effect, where two things stand in the way together', () => {
  it('names the age and the child who decides, of a parent who refuses for a capable seventeen-year-old', () => {
    expect(
      reasons(family('2009-06-01', authority('child'), authority('custodial-parent')), 'custodial-parent'),
    ).toEqual(['AGE', 'RANK']);
  });

  it('names the suspension and the age, of a suspended parent of a seventeen-year-old', () => {
    const suspended = authority('custodial-parent', { suspended: true });
    expect(reasons(family('2009-06-01', suspended), 'custodial-parent')).toEqual(['SUSPENDED', 'AGE']);
  });
});

describe('what was said twice', () => {
  const mother = authority('custodial-parent');
  const twice = (more: Partial<Consent>): readonly string[] => {
    const first = { ...refusal('custodial-parent'), id: 'first', ...more };
    const facts = { ...family('2018-03-01', mother), consents: [first] };
    const { state, reasons } = effectOf(
      { rules, network, facts },
      { kind: 'CONSENT', fact: { ...first, id: 'c' } },
      now,
    );
    return [state, ...reasons];
  };

  it('a second refusal says that another decision stands, also where nothing that it refuses is open', () => {
    expect(twice({})).toEqual(['NO_EFFECT', 'ANOTHER_DECISION']);
  });

  it('a second permit says so too', () => {
    expect(twice({ decision: 'PERMIT', level: 'FULL' })).toEqual(['NO_EFFECT', 'ANOTHER_DECISION']);
  });

  it('a second permit of somebody who may not decide about it names the domain as well', () => {
    const schoolOnly = authority('custodial-parent', { domains: ['education'] });
    const permit = { ...refusal('custodial-parent'), decision: 'PERMIT', level: 'FULL' } as const;
    const facts = { ...family('2018-03-01', schoolOnly), consents: [{ ...permit, id: 'first' }] };
    expect(effectOf({ rules, network, facts }, { kind: 'CONSENT', fact: permit }, now).reasons).toEqual([
      'DOMAIN',
      'ANOTHER_DECISION',
    ]);
  });
});
