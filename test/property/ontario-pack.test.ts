import { expect, test } from '@jest/globals';
import { codesOf, compileRules, decide, parseRuleSet, type ChildFacts, type NetworkFacts } from '@trellis/decision';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const now = Date.parse('2026-11-21T12:00:00-05:00');
const purposes = [...vocabulary.purposes.keys()].filter((purpose) => purpose !== 'research');

const workers: readonly Requester[] = vocabulary.agencies.flatMap((agency) =>
  (vocabulary.roles[agency] ?? []).map((role) => ({ agency, role, user: 'worker-1', kind: 'worker' as const })),
);
const others: readonly Requester[] = [
  ...vocabulary.agencies.map((agency) => ({ agency, role: 'system', user: 'system-1', kind: 'system' as const })),
  ...vocabulary.agencies.map((agency) => ({ agency, role: 'approver', user: 'officer-1', kind: 'officer' as const })),
  ...(vocabulary.roles['family'] ?? []).map((role) => ({
    agency: 'family',
    role,
    user: 'holder',
    kind: 'family' as const,
  })),
];

/** A child about whom, by every way there is, everything was permitted to everyone. */
function mostPermissive(requester: Requester, purpose: string, age: number): ChildFacts {
  const domains = [...new Set(vocabulary.categories.map(({ domain }) => domain))];
  const to = { agency: requester.agency };
  const always = { from: 0, to: null };
  return {
    child: 'a',
    version: 1,
    birthDate: `${String(2026 - age)}-01-01`,
    consents: ['parent', 'self'].map((by) => ({
      ...always,
      id: `by-${by}`,
      decision: 'PERMIT',
      by,
      recipients: [to],
      purposes: [purpose],
      categories: domains,
      level: 'FULL',
      recordsFrom: null,
      recordsTo: null,
      notEvenInEmergency: false,
      except: [],
      state: 'ACTIVE',
      evidence: null,
      language: 'en',
      recordedAt: 0,
    })),
    authorities: [
      { id: 'parent', kind: 'custodial-parent' },
      { id: 'self', kind: 'child' },
    ].map((each) => ({
      ...each,
      holder: requester.user,
      domains: null,
      jointWith: [],
      from: '2000-01-01',
      to: null,
      suspended: false,
    })),
    orders: [],
    involvements: vocabulary.involvementKinds.map((kind) => ({
      ...always,
      id: kind,
      kind,
      agency: requester.agency,
      evidence: 'file',
      assigned: [requester.user],
    })),
    approvals: domains.map((custodian) => ({
      id: `by-${custodian}`,
      custodian,
      recipient: { agency: requester.agency, user: requester.user },
      purpose,
      categories: [custodian],
      state: 'APPROVED',
      until: now + 1,
    })),
    emergencies: [
      { id: 'e', agency: requester.agency, user: requester.user, openedAt: 0, until: now + 1, closedAt: null },
    ],
  };
}

const nobodyAgreed: NetworkFacts = { version: 1, ruleSet: 1, standingApprovals: [] };

test('the reporter opens to nobody, and an expired youth record only by order, whatever was decided', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...workers, ...others),
      fc.constantFrom(...purposes),
      fc.integer({ min: 0, max: 19 }),
      fc.boolean(),
      (requester, purpose, age, ordered) => {
        const facts = mostPermissive(requester, purpose, age);
        const order = {
          id: 'order',
          decision: 'PERMIT' as const,
          recipients: [{ agency: requester.agency }],
          categories: ['child-protection.reporter', 'police.youth-record-expired'],
          purposes: null,
          from: 0,
          to: null,
          court: 'court',
          reference: '1',
          confirmed: true,
        };
        const given = { ...facts, orders: ordered ? [order] : [] };
        const { yes } = decide(rules, nobodyAgreed, given, { requester, purpose, now });
        const seen = codesOf(vocabulary, yes.SUMMARY);
        expect(seen).not.toContain('child-protection.reporter');
        if (!ordered) expect(seen).not.toContain('police.youth-record-expired');
      },
    ),
    { numRuns: 1000 },
  );
});

test('without an involvement and without an emergency a worker sees nothing, but an intake worker a name', () => {
  for (const requester of workers) {
    for (const purpose of purposes) {
      const facts = { ...mostPermissive(requester, purpose, 9), involvements: [], emergencies: [], approvals: [] };
      const { yes } = decide(rules, nobodyAgreed, facts, { requester, purpose, now });
      const matching = requester.role === 'intake-worker' && requester.agency === 'child-protection';
      const may =
        matching && purpose === 'child-protection-investigation' ? ['identity.name', 'identity.birth-date'] : [];
      expect(codesOf(vocabulary, yes.SUMMARY)).toEqual(may);
    }
  }
});
