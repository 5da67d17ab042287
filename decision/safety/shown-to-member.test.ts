import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { compileRules } from '../compile-rules.ts';
import type { Authority, ChildFacts, Consent } from '../facts.ts';
import { parseRuleSet } from '../parse-rule-set.ts';
import { shownToMember } from './shown-to-member.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const now = Date.parse('2026-11-21T12:00:00Z');
const network = { version: 1, ruleSet: 1, standingApprovals: [] };

const authority = (holder: string, kind: string, domains: readonly string[] | null = null): Authority => ({
  ...{ id: holder, holder, kind, domains, jointWith: [], from: '2012-01-01', to: null },
  suspended: false,
});
const facts = (birthDate: string, ...authorities: readonly Authority[]): ChildFacts => ({
  ...{ child: 'a'.repeat(26), version: 1, birthDate, authorities },
  ...{ consents: [], orders: [], approvals: [], emergencies: [] },
  involvements: (['enrolment', 'ongoing-service', 'treatment'] as const).map((kind, index) => ({
    ...{ id: kind, agency: ['education', 'child-protection', 'mental-health'][index] ?? '', kind, evidence: 'e' },
    ...{ assigned: ['w'], from: 0, to: null },
  })),
});
const member = (role: string, user: string): Requester => ({ agency: 'family', role, user, kind: 'family' });

/** The agencies whose look-up of the child's name alone is on this member's list. */
const listed = (who: Requester, known: ChildFacts): readonly string[] => {
  const view = shownToMember(rules, network, known, who, now, []);
  const look = (agency: string, purpose: string) => ({
    ...{ requester: { agency, user: 'w' }, purpose, at: now, grounds: [] },
    categories: { FULL: ['identity.name'], SUMMARY: [] },
  });
  return [
    look('education', 'education-support'),
    look('child-protection', 'ongoing-protection-service'),
    look('mental-health', 'treatment'),
  ]
    .filter((use) => view.use(use) !== undefined)
    .map(({ requester }) => requester.agency);
};

describe('an entry of a name alone tells that its agency works with the child', () => {
  const parents = [authority('mother', 'custodial-parent'), authority('father', 'custodial-parent')];
  const capable = authority('kim', 'child', ['mental-health', 'sensitivity']);

  test('a parent of a child who decides about its counselling is not told of the clinic; the child is', () => {
    const known = facts('2012-05-01', ...parents, capable);
    expect(listed(member('parent', 'father'), known)).toEqual(['education', 'child-protection']);
    expect(listed(member('child', 'kim'), known)).toEqual(['education', 'child-protection', 'mental-health']);
  });

  test('nor is a parent to whom the child lets some of it be shown: that the clinic looked is the child’s to tell', () => {
    const known = facts('2012-05-01', ...parents, capable);
    const permit: Consent = {
      ...{ id: 'c', decision: 'PERMIT', by: 'kim', recipients: [{ agency: 'family' }], purposes: ['family-access'] },
      ...{ categories: ['mental-health.safety-plan'], level: 'FULL', from: 0, to: null, except: [], evidence: null },
      ...{ recordsFrom: null, recordsTo: null, notEvenInEmergency: false, state: 'ACTIVE', language: 'en' },
      recordedAt: 0,
    };
    expect(listed(member('parent', 'father'), { ...known, consents: [permit] })).toEqual([
      'education',
      'child-protection',
    ]);
  });

  test('a parent who decides is told of all of them', () => {
    const known = facts('2018-05-01', ...parents);
    expect(listed(member('parent', 'father'), known)).toEqual(['education', 'child-protection', 'mental-health']);
  });

  test('whoever neither reads nor decides anything of an agency is not told of it', () => {
    const known = facts('2018-05-01', ...parents, authority('aunt', 'relative'), authority('other', 'access-parent'));
    expect(listed(member('substitute', 'aunt'), known)).toEqual([]);
    expect(listed(member('parent', 'other'), known)).toEqual(['education']);
  });

  test('a parent is not told with whom the child lives, or who is its lawyer; the child and they themselves are', () => {
    const known = facts('2018-05-01', ...parents, capable);
    const seen = (who: Requester) => {
      const { authority: shows } = shownToMember(rules, network, known, who, now, []);
      return ['custodial-parent', 'child', 'foster-carer', 'kin-carer', 'childs-counsel'].filter((kind) =>
        shows({ kind, holder: `a ${kind}` }),
      );
    };
    expect(seen(member('parent', 'father'))).toEqual(['custodial-parent']);
    expect(seen(member('carer', 'a foster-carer'))).toEqual(['custodial-parent', 'foster-carer']);
    expect(seen(member('child', 'kim'))).toHaveLength(5);
  });

  test('a substitute for health is told of the clinic alone', () => {
    const known = facts('2018-05-01', ...parents, authority('aunt', 'health-substitute'));
    expect(listed(member('substitute', 'aunt'), known)).toEqual(['mental-health']);
  });
});
