import { vocabulary } from '@trellis/vocabulary';
import type { ChildFacts, CompiledRules, RuleConditions, SharingRule } from '@trellis/decision';
import type * as conditionsFile from '../../decision/rule-conditions.ts';
import { engineOf, type Load } from './engine-under-test.ts';

const noon = Date.parse('2026-11-21T12:00:00Z');
const nothing: RuleConditions = {
  childAge: null,
  notFor: [],
  onlyFor: [],
  whileOpen: [],
  authority: null,
  consentBy: [],
};
const asked: readonly Partial<RuleConditions>[] = [
  {},
  { childAge: { from: 12, to: 16 } },
  { childAge: { from: null, to: 9 } },
  { notFor: ['ALLEGED'] },
  { notFor: ['ALLEGED', 'OWN_FAMILY'] },
  { onlyFor: ['OWN_FAMILY', 'ALLEGED'] },
  { notFor: ['ALLEGED'], onlyFor: ['OWN_FAMILY'] },
  { whileOpen: ['placement'] },
  { whileOpen: ['placement', 'treatment'] },
  { authority: { kinds: [], standing: 'HOLDS', beside: [] } },
  { consentBy: ['child'] },
];
const worker = { agency: 'police', role: 'officer', user: 'po', kind: 'worker' } as const;

function ruleWith(when: Partial<RuleConditions>, more: Partial<SharingRule>): SharingRule {
  return {
    id: 'rule',
    sentence: { en: 'x', fr: 'x' },
    recipients: [{ agency: 'police', roles: ['officer'], kinds: ['worker'] }],
    purposes: ['treatment'],
    involvement: { need: 'NONE', kinds: [] },
    when: { ...nothing, ...when },
    categories: ['police.incident', 'mental-health.risk'],
    level: 'FULL',
    basis: 'BY_LAW',
    inEmergency: false,
    lockableBy: [],
    lockBinds: false,
    unlessHarm: false,
    obligations: [],
    authority: {
      citation: 'x',
      jurisdiction: 'x',
      asOf: '2026-01-01',
      confidence: 'SEEN',
      force: 'DUTY',
      duty: { en: 'x', fr: 'x' },
    },
    ...more,
  };
}

/** Facts on which a condition is met, just met, just not, and cannot be read. */
const periods = [
  { from: 0, to: null },
  { from: 0, to: noon },
  { from: noon, to: null },
  { from: noon + 1, to: null },
  { from: Number.NaN, to: null },
  { from: 2, to: 1 },
];

function factsOf(period: (typeof periods)[number], birthDate: string | null): ChildFacts {
  return {
    child: 'a',
    version: 1,
    birthDate,
    consents: [],
    authorities: [],
    orders: [],
    involvements: [{ ...period, id: 'i', agency: 'education', kind: 'placement', evidence: 'x', assigned: [] }],
    approvals: [],
    emergencies: [],
    relations: [
      { ...period, id: 'r', user: 'po', relation: 'ALLEGED' },
      { ...period, id: 'q', user: 'other', relation: 'OWN_FAMILY' },
    ],
    harmRefusals: [
      { ...period, id: 'h', custodian: 'police', recipient: { agency: 'police' }, categories: ['police', 'education'] },
      { ...period, id: 'j', custodian: 'nobody', recipient: { agency: 'police' }, categories: ['mental-health'] },
    ],
  };
}

/** The conditions of rules by themselves: which rules ask anything, and what is left of one on facts at the edge of its conditions. */
export function conditionsOfRules(load: Load): string {
  const { compileRules } = engineOf(load);
  const conditions = load('rule-conditions.ts') as typeof conditionsFile;
  const said: unknown[] = [];
  const make = (rules: readonly SharingRule[]): CompiledRules =>
    compileRules(
      {
        pack: 'x',
        version: '1',
        jurisdiction: 'x',
        timeZone: 'UTC',
        asOf: '2026-01-01',
        notice: { en: 'x', fr: 'x' },
        ageUnknownBelow: 18,
        longestProtocolDays: 1,
        longestApprovalDays: 1,
        authorities: [],
        rules,
        onlyByOrder: [],
        accessPeriods: [],
        familySafety: [],
      },
      vocabulary,
    );
  const kinds: readonly Partial<SharingRule>[] = [
    {},
    { unlessHarm: true },
    { lockBinds: true },
    { basis: 'NEVER' },
    { recipients: [{ agency: 'family', roles: ['parent'], kinds: ['family'] }] },
    {
      recipients: [
        { agency: 'police', roles: ['officer'], kinds: ['worker'] },
        { agency: 'family', roles: ['parent'], kinds: ['family'] },
      ],
    },
    { basis: 'NEVER', recipients: 'EVERYONE' },
  ];
  const rules = kinds.flatMap((more) => asked.map((when) => ruleWith(when, more)));
  for (const rule of rules) said.push(conditions.isConditional(rule), conditions.hasConditions(rule));
  const compiled = make(rules);
  const bits = new Uint32Array(Math.ceil(vocabulary.categories.length / 32)).fill(~0);
  for (const period of periods) {
    for (const birthDate of ['2014-11-21', '2014-11-22', '2010-11-21', '2017-11-22', null]) {
      const facts = factsOf(period, birthDate);
      const question = { requester: worker, purpose: 'treatment', vocabulary, domains: compiled.domains };
      const judged = conditions.conditionFacts(compiled, facts, question, { day: '2026-11-21', now: noon });
      if (judged === undefined) continue;
      said.push([...judged.relations], [...judged.open], judged.harm.join(), judged.held === undefined);
      for (const rule of rules) said.push(conditions.underConditions({ rule, bits }, judged).join());
    }
  }
  return JSON.stringify(said);
}
