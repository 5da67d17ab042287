import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import {
  compileRules,
  decide,
  hasBit,
  parseRuleSet,
  whoCanSee,
  type Authority,
  type ChildFacts,
  type Consent,
} from '@trellis/decision';

/** Every disagreement found on the way, by the property or oracle that found it. */
const packOf = (name: string) =>
  parseRuleSet(readFileSync(new URL(`../../networks/ontario/rules/${name}.yaml`, import.meta.url), 'utf8'), vocabulary);
const rules = compileRules(packOf('example'), vocabulary);
const ontario = compileRules(packOf('ontario'), vocabulary);
const noProtocols = { version: 1, ruleSet: 1, standingApprovals: [] };
const nothingKnown: ChildFacts = {
  child: 'c',
  version: 1,
  birthDate: null,
  consents: [],
  authorities: [],
  orders: [],
  involvements: [],
  approvals: [],
  emergencies: [],
};
const now = Date.parse('2026-11-21T17:00:00Z');
const risk = vocabulary.bit.get('mental-health.risk')!;
const parent: Authority = {
  id: 'parent',
  holder: 'p',
  kind: 'custodial-parent',
  domains: null,
  jointWith: [],
  from: '2012-01-01',
  to: null,
  suspended: false,
};
const child: Authority = { ...parent, id: 'child', holder: 'c', kind: 'child', domains: ['mental-health'] };
const refusal: Consent = {
  id: 'refusal',
  decision: 'REFUSE',
  by: 'child',
  recipients: [{ agency: 'mental-health' }],
  purposes: ['treatment'],
  categories: ['mental-health'],
  level: 'FULL',
  from: 0,
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: false,
  except: [],
  state: 'ACTIVE',
  evidence: null,
  language: 'en',
  recordedAt: now,
};
/** Given while it was the parent's to decide; it stays until replaced. */
const lock: Consent = {
  ...refusal,
  id: 'lock',
  by: 'parent',
  level: 'SUMMARY',
  notEvenInEmergency: true,
  recordedAt: Date.parse('2020-01-01T12:00:00Z'),
};

/** What a treating clinician with emergency access may have of the child's risk. */
function risks(consents: readonly Consent[], authorities: readonly Authority[] = [parent, child], open = true) {
  const facts: ChildFacts = {
    child: 'c',
    version: 1,
    birthDate: '2012-01-01',
    consents,
    authorities,
    orders: [],
    involvements: [
      { id: 'i', agency: 'mental-health', kind: 'treatment', evidence: 'x', assigned: [], from: 0, to: null },
    ],
    approvals: [],
    emergencies: open
      ? [{ id: 'e', agency: 'mental-health', user: 'u', openedAt: 0, until: now + 1, closedAt: null }]
      : [],
  };
  const network = { version: 1, ruleSet: 1, standingApprovals: [] };
  const requester = { agency: 'mental-health', role: 'clinician', user: 'u', kind: 'worker' as const };
  const { yes } = decide(rules, network, facts, { requester, purpose: 'treatment', now });
  return { SUMMARY: hasBit(yes.SUMMARY, risk), FULL: hasBit(yes.FULL, risk) };
}

describe('regressions of the decision', () => {
  test('locked-is-refused: a lock on the summary holds in full, though a refusal of the full record replaced it there', () => {
    expect(risks([lock])).toEqual({ SUMMARY: false, FULL: false });
    expect(risks([lock, refusal])).toEqual({ SUMMARY: false, FULL: false });
    expect(risks([lock, { ...refusal, level: 'SUMMARY' }])).toEqual({ SUMMARY: true, FULL: true });
  });

  test('what-cannot-be-read: a refusal that became unreadable no longer sets a lock aside', () => {
    const own: Consent = { ...refusal, level: 'SUMMARY' };
    expect(risks([lock, { ...own, purposes: ['treatment', 'unknown'] }])).toEqual({ SUMMARY: false, FULL: false });
    expect(risks([lock, { ...own, decision: 'PERHAPS' } as never])).toEqual({ SUMMARY: false, FULL: false });
  });

  test('what-cannot-be-read: a lock by an authority that is not there still locks', () => {
    expect(risks([{ ...lock, by: 'missing' }])).toEqual({ SUMMARY: false, FULL: false });
  });

  test('what-cannot-be-read: a consent neither permit nor refusal refuses at both levels, exceptions included', () => {
    const neither = { ...refusal, decision: 'PERHAPS', except: [{ categories: ['mental-health.risk'] }] } as never;
    expect(risks([neither], [parent, child], false)).toEqual({ SUMMARY: false, FULL: false });
  });

  test('what-cannot-be-read: an authority that cannot be read lets no lower rank permit', () => {
    const teacher = { agency: 'education', role: 'teacher', user: 't', kind: 'worker' as const };
    const access: Authority = { ...parent, id: 'access', kind: 'access-parent' };
    const permit: Consent = {
      ...refusal,
      decision: 'PERMIT',
      by: 'parent',
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
    };
    const ask = (authorities: readonly Authority[]) => {
      const facts: ChildFacts = {
        child: 'c',
        version: 1,
        birthDate: '2018-01-01',
        consents: [permit],
        authorities,
        orders: [],
        involvements: [
          { id: 'i', agency: 'education', kind: 'enrolment', evidence: 'x', assigned: [], from: 0, to: null },
        ],
        approvals: [],
        emergencies: [],
      };
      const network = { version: 1, ruleSet: 1, standingApprovals: [] };
      const decision = decide(rules, network, facts, { requester: teacher, purpose: 'education-support', now });
      return hasBit(decision.yes.SUMMARY, vocabulary.bit.get('mental-health.condition')!);
    };
    expect(ask([parent, access])).toBe(true);
    expect(ask([parent, { ...access, kind: 'unheard-of' }])).toBe(false);
  });

  test('authority: whom the child has outgrown no longer reads for it, and of an unknown age each question counts by itself', () => {
    const reads = (birthDate: string | null, kind: string, role = 'parent') => {
      const facts: ChildFacts = { ...nothingKnown, birthDate, authorities: [{ ...parent, kind }] };
      const requester = { agency: 'family', role, user: 'p', kind: 'family' as const };
      const { yes } = decide(ontario, noProtocols, facts, { requester, purpose: 'family-access', now });
      return hasBit(yes.FULL, vocabulary.bit.get('education.attendance')!);
    };
    expect(reads('2008-11-22', 'custodial-parent')).toBe(true);
    expect(reads('2008-11-21', 'custodial-parent')).toBe(false);
    expect(reads('2008-11-22', 'guardian', 'substitute')).toBe(true);
    // At eighteen the pupil is presumed to decide, and a guardian does not until somebody finds otherwise.
    expect(reads('2008-11-21', 'guardian', 'substitute')).toBe(false);
    // Of unknown age: a parent decides on school at every age that a child of this network may have.
    expect(reads(null, 'custodial-parent')).toBe(true);
    expect(reads(null, 'guardian', 'substitute')).toBe(true);
  });

  test('who-can-see: names the person for whom alone a permit within a refusal in a permit is', () => {
    const tree: Consent = {
      ...refusal,
      decision: 'PERMIT',
      by: 'parent',
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
      except: [{ except: [{ recipients: [{ agency: 'education', user: 'te-1' }] }] }],
    };
    const facts: ChildFacts = {
      ...nothingKnown,
      birthDate: '2018-01-01',
      authorities: [parent],
      consents: [tree],
      involvements: [
        { id: 'i', agency: 'education', kind: 'enrolment', evidence: 'x', assigned: [], from: 0, to: null },
      ],
    };
    const seers = whoCanSee(ontario, noProtocols, facts, 'mental-health.condition', now);
    expect(new Set(seers.map(({ requester, named }) => `${requester.user} ${String(named)}`))).toEqual(
      new Set(['te-1 true']),
    );
  });
});
