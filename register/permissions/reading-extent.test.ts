import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileRules, parseRuleSet, type Authority, type ChildFacts, type Involvement } from '@trellis/decision';
import { vocabulary, type Kind, type Requester } from '@trellis/vocabulary';
import type { ChildStanding } from './reading-conditions.ts';
import { readingExtent } from './reading-extent.ts';
import { readingTable, type Readable } from './reading-table.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const rules = compileRules(
  parseRuleSet(readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8'), vocabulary),
  vocabulary,
);
const child = 'a'.repeat(26);
const authority = (change: Partial<Authority>): Authority => ({
  id: 'a1',
  holder: 'mother',
  kind: 'custodial-parent',
  domains: null,
  jointWith: [],
  from: '2020-01-01',
  to: null,
  suspended: false,
  ...change,
});
const involvement = (change: Partial<Involvement>): Involvement => ({
  id: 'i1',
  agency: 'education',
  kind: 'enrolment',
  evidence: 'x',
  assigned: ['teacher'],
  from: 0,
  to: null,
  ...change,
});
function knowing(facts: Partial<ChildFacts>): ChildStanding {
  const none = { consents: [], authorities: [], orders: [], involvements: [], approvals: [], emergencies: [] };
  return {
    now,
    rules,
    facts: { child, version: 1, birthDate: '2015-05-05', ...none, ...facts },
  };
}
const known = knowing({ authorities: [authority({})], involvements: [involvement({})] });
const as = (kind: Kind, agency: string, role: string, user: string): Requester => ({ kind, agency, role, user });

const readers: Readonly<Record<string, Requester>> = {
  mother: as('family', 'family', 'parent', 'mother'),
  stranger: as('family', 'family', 'parent', 'stranger'),
  teacher: as('worker', 'education', 'teacher', 'teacher'),
  otherTeacher: as('worker', 'education', 'teacher', 'other'),
  policeOfficer: as('worker', 'police', 'officer', 'po'),
  schoolPrivacyOfficer: as('officer', 'education', 'privacy-officer', 'o1'),
  policePrivacyOfficer: as('officer', 'police', 'privacy-officer', 'o2'),
  networkOfficer: as('officer', 'network', 'privacy-officer', 'o3'),
  schoolSystem: as('system', 'education', 'system', 's'),
};

/** The people who may see each part of what is held of this child, at all; nobody else may. */
const expected: Readonly<Record<Readable, readonly string[]>> = {
  ownRequests: [
    ...['teacher', 'otherTeacher', 'policeOfficer', 'schoolPrivacyOfficer', 'policePrivacyOfficer'],
    ...['mother', 'stranger'],
  ],
  ownEmergencyAccesses: ['teacher', 'otherTeacher', 'policeOfficer'],
  team: ['schoolPrivacyOfficer', 'policePrivacyOfficer'],
  childFile: ['networkOfficer'],
  consents: ['mother', 'teacher', 'schoolPrivacyOfficer', 'networkOfficer'],
  authorities: ['mother', 'schoolPrivacyOfficer', 'networkOfficer'],
  orders: ['schoolPrivacyOfficer', 'networkOfficer'],
  involvements: ['teacher', 'schoolPrivacyOfficer', 'networkOfficer'],
  relations: ['schoolPrivacyOfficer', 'networkOfficer'],
  harmRefusals: ['schoolPrivacyOfficer', 'networkOfficer'],
  statements: ['mother', 'teacher', 'schoolPrivacyOfficer', 'networkOfficer'],
  disclosures: ['mother', 'schoolPrivacyOfficer', 'networkOfficer'],
  disclosuresAsListed: ['schoolPrivacyOfficer', 'networkOfficer'],
  explain: ['schoolPrivacyOfficer', 'networkOfficer'],
  approvals: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  confirmations: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  standing: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  emergencyAccesses: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  disclosuresBy: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  rules: Object.keys(readers),
  ruleSet: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  myChildren: ['mother', 'stranger'],
  otherIds: ['mother', 'teacher', 'schoolPrivacyOfficer', 'networkOfficer'],
  legalHolds: ['schoolPrivacyOfficer', 'networkOfficer'],
  linkages: ['networkOfficer'],
  erasures: ['networkOfficer'],
  notices: Object.keys(readers).filter((name) => !name.endsWith('System')),
  checkRules: ['networkOfficer'],
  impact: ['networkOfficer'],
  reachability: ['schoolPrivacyOfficer', 'policePrivacyOfficer', 'networkOfficer'],
  lookUps: ['networkOfficer'],
};

const allowed = (readable: Readable, requester: Requester, about: ChildStanding): boolean => {
  return readingExtent(readable, requester, vocabulary, about) !== undefined;
};

describe('who may see what', () => {
  it.each(Object.keys(readingTable) as Readable[])('%s: those in the table and nobody else', (readable) => {
    const may = Object.entries(readers).filter(([, requester]) => allowed(readable, requester, known));
    expect(may.map(([name]) => name).sort()).toEqual([...expected[readable]].sort());
  });

  it('shows everything to the network alone', () => {
    for (const [readable, grants] of Object.entries(readingTable)) {
      for (const { agency, extent } of grants)
        expect([readable, extent]).toEqual([readable, agency === 'network' ? 'ALL' : 'OWN']);
    }
  });

  it.each([
    ['suspended', authority({ suspended: true })],
    ['over', authority({ to: '2026-03-01' })],
    ['not begun', authority({ from: '2026-03-02' })],
    ["another's", authority({ holder: 'father' })],
    ['of a kind that reads under another role', authority({ kind: 'guardian' })],
    ['of a kind that the rules do not know', authority({ kind: 'friend' })],
  ])('does not count an authority that is %s', (_why, held) => {
    expect(allowed('consents', readers['mother']!, knowing({ authorities: [held] }))).toBe(false);
  });

  it.each([
    ['over', involvement({ to: now })],
    ['not begun', involvement({ from: now + 1 })],
    ["another agency's", involvement({ agency: 'police' })],
  ])('does not count an involvement that is %s', (_why, opened) => {
    expect(allowed('consents', readers['teacher']!, knowing({ involvements: [opened] }))).toBe(false);
    expect(allowed('explain', readers['schoolPrivacyOfficer']!, knowing({ involvements: [opened] }))).toBe(false);
  });

  it('says the same of a child that nobody knows', () => {
    expect(allowed('consents', readers['teacher']!, knowing({ version: 0 }))).toBe(false);
  });
});
