import { readFileSync } from 'node:fs';
import { vocabulary } from '@trellis/vocabulary';
import * as engine from '@trellis/decision';
import { engineOf, permissions, type Load } from './engine-under-test.ts';

/** One child with one of every fact that has a boundary at this instant, on one side of it or the other, or at none. */
type Facts = Pick<engine.ChildFacts, 'consents' | 'orders' | 'involvements' | 'approvals' | 'emergencies'>;

const at = Date.parse('2026-11-21T17:00:00Z');
const consent: engine.Consent = {
  id: 'k',
  decision: 'REFUSE',
  by: 'a',
  recipients: [],
  purposes: [],
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
  language: 'en',
  recordedAt: 0,
};
const order: engine.Order = {
  id: 'o',
  decision: 'REFUSE',
  recipients: [],
  categories: ['mental-health.condition'],
  purposes: null,
  from: 0,
  to: null,
  court: 'x',
  reference: 'x',
  confirmed: true,
};
const permits: engine.Order = {
  ...order,
  id: 'p',
  decision: 'PERMIT',
  recipients: [{ agency: 'mental-health' }, { agency: 'police' }],
  categories: ['education'],
};
const involvement = {
  id: 'i',
  agency: 'mental-health',
  kind: 'treatment',
  evidence: '',
  assigned: [],
  from: 0,
  to: null,
};
const police = { ...involvement, id: 'j', agency: 'police', kind: 'police-investigation' };
const approval: engine.Approval = {
  id: 'y',
  custodian: 'child-protection',
  recipient: { agency: 'police', user: 'u' },
  purpose: 'law-enforcement-investigation',
  categories: ['child-protection.safety-alert'],
  state: 'APPROVED',
  until: at + 5,
};
const emergency: engine.EmergencyAccess = {
  id: 'e',
  agency: 'police',
  user: 'u',
  openedAt: 0,
  until: at + 5,
  closedAt: null,
};
const none: Facts = { consents: [], orders: [], involvements: [involvement, police], approvals: [], emergencies: [] };
const cases: readonly Facts[] = [
  none,
  ...[{ from: at }, { to: at }, { from: at, to: at + 1 }, { from: at, to: at }, { from: at + 1, to: at }].flatMap(
    (span) => [
      { ...none, consents: [{ ...consent, ...span }] },
      { ...none, orders: [{ ...order, ...span }] },
      { ...none, orders: [{ ...permits, ...span }] },
      { ...none, involvements: [{ ...involvement, ...span }, police] },
    ],
  ),
  { ...none, involvements: [], orders: [{ ...order, categories: ['education'], from: at }] },
  { ...none, approvals: [{ ...approval, until: at }] },
  { ...none, approvals: [approval] },
  { ...none, emergencies: [{ ...emergency, openedAt: at }] },
  { ...none, emergencies: [{ ...emergency, until: at }] },
  { ...none, emergencies: [{ ...emergency, closedAt: at }] },
];
const protocol: engine.StandingApproval = {
  id: 's',
  custodian: 'child-protection',
  recipient: { agency: 'police' },
  purposes: ['law-enforcement-investigation'],
  categories: ['child-protection.safety-alert'],
  involvement: 'police-investigation',
  from: at,
  reviewOn: '2026-11-22',
  authority: 'x',
};

/** Asks about each child at one instant after another around the boundary, to and fro; what is kept must not show. */
export function acrossBoundaries(load: Load): string {
  const api = engineOf(load);
  const yaml = readFileSync(new URL('../../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
  const rules = api.compileRules(engine.parseRuleSet(yaml, vocabulary), vocabulary);
  const midnight = Date.parse('2026-11-22T05:00:00Z');
  const asked = [
    {
      requester: { agency: 'mental-health', role: 'clinician', user: 'u', kind: 'worker' as const },
      purpose: 'treatment',
    },
    {
      requester: { agency: 'police', role: 'officer', user: 'u', kind: 'worker' as const },
      purpose: 'law-enforcement-investigation',
    },
    { requester: { agency: 'family', role: 'parent', user: 'p', kind: 'family' as const }, purpose: 'family-access' },
  ];
  const turns = [-2, -1, 0, 1, 4, 5, 0, -1, 6, -86_400_000, 0].map((shift) => at + shift);
  const instants = [...turns, midnight - 1, midnight, midnight - 1, midnight + 86_400_000, at, NaN, Infinity];
  return cases
    .flatMap((each) =>
      [[], [protocol]].map((standingApprovals) => {
        const facts: engine.ChildFacts = {
          ...each,
          child: 'c',
          version: 1,
          birthDate: '2018-01-01',
          authorities: [
            {
              id: 'a',
              holder: 'p',
              kind: 'custodial-parent',
              domains: null,
              jointWith: [],
              from: '2018-01-01',
              to: '2026-11-23',
              suspended: false,
            },
          ],
        };
        const network = { version: 1, ruleSet: 1, standingApprovals };
        return instants
          .flatMap((now) => asked.map((one) => permissions(api.decide(rules, network, facts, { ...one, now }))))
          .join(',');
      }),
    )
    .join(';');
}

/** Asks about one child as one requester, then as another that differs in one part alone, and back: each is answered for itself. */
export function oneAfterAnother(load: Load): string {
  const api = engineOf(load);
  const yaml = readFileSync(new URL('../../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
  const ruleSet = engine.parseRuleSet(yaml, vocabulary);
  const rules = api.compileRules(ruleSet, vocabulary);
  const fewer = api.compileRules({ ...ruleSet, rules: ruleSet.rules.slice(0, 3) }, vocabulary);
  const network = { version: 1, ruleSet: 1, standingApprovals: [] };
  const requester = { agency: 'mental-health', role: 'clinician', user: 'u', kind: 'worker' as const };
  const base = { requester, purpose: 'treatment', now: at, recordedOn: '2026-01-01' };
  const others: readonly engine.Question[] = [
    { ...base, requester: { ...requester, user: 'v' } },
    { ...base, requester: { ...requester, role: 'intake-worker' } },
    { ...base, requester: { ...requester, agency: 'police' } },
    { ...base, requester: { ...requester, kind: 'officer' } },
    { ...base, purpose: 'placement' },
    { ...base, recordedOn: '2020-01-01' },
    { ...base, recordedOn: undefined },
    { ...base, now: at + 1 },
  ];
  const bases = new Map<object, number>();
  return [...others.map((question) => ({ question, rules })), { question: base, rules: fewer }]
    .flatMap((other) => {
      const facts: engine.ChildFacts = {
        ...none,
        child: 'c',
        version: 1,
        birthDate: '2018-01-01',
        authorities: [],
        consents: [{ ...consent, recordsFrom: '2025-01-01' }],
        orders: [{ ...permits, recipients: [{ agency: 'mental-health', user: 'v' }] }],
      };
      return [{ question: base, rules }, other, { question: base, rules }, other].map((asked) => {
        const decision = api.decide(asked.rules, network, facts, asked.question);
        if (!bases.has(decision.basis)) bases.set(decision.basis, bases.size);
        return `${permissions(decision)} ${bases.get(decision.basis)}`;
      });
    })
    .join(';');
}
