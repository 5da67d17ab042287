import { readFileSync } from 'node:fs';
import { vocabulary } from '@trellis/vocabulary';
import {
  compileRules,
  decide,
  parseRuleSet,
  type ChildFacts,
  type CompiledRules,
  type Consent,
  type NetworkFacts,
  type Question,
  type RuleSet,
} from '@trellis/decision';

const noon = Date.parse('2026-11-21T17:00:00Z');
const network: NetworkFacts = { version: 1, ruleSet: 1, standingApprovals: [] };
const question: Question = {
  requester: { agency: 'mental-health', role: 'clinician', user: 'dr-1', kind: 'worker' },
  purpose: 'treatment',
  now: noon,
};
const consent: Consent = {
  id: 'consent',
  decision: 'PERMIT',
  by: 'authority',
  recipients: [{ agency: 'mental-health' }],
  purposes: ['treatment'],
  categories: ['education', 'child-protection.plan'],
  level: 'FULL',
  from: 0,
  to: null,
  recordsFrom: null,
  recordsTo: null,
  notEvenInEmergency: false,
  except: [{ categories: ['education.counsellor-notes'] }],
  state: 'ACTIVE',
  evidence: null,
  language: 'en',
  recordedAt: noon,
};

function childWith(child: string, consents: readonly Consent[]): ChildFacts {
  return {
    child,
    version: 1,
    birthDate: '2018-05-05',
    consents,
    authorities: [
      {
        id: 'authority',
        holder: 'parent',
        kind: 'custodial-parent',
        domains: null,
        jointWith: [],
        from: '2018-05-05',
        to: null,
        suspended: false,
      },
    ],
    orders: [],
    involvements: [
      { id: 'i', agency: 'mental-health', kind: 'treatment', evidence: 'x', assigned: ['dr-1'], from: 0, to: null },
    ],
    approvals: [],
    emergencies: [],
  };
}

const ours = () =>
  childWith('ours', [consent, { ...consent, id: 'refusal', decision: 'REFUSE', categories: ['identity'] }]);

/** Nanoseconds a run takes, the quickest of many short rounds: the rest is what else the machine was doing. */
function time(runs: number, run: (index: number) => number, rounds = 60): number {
  let best = Infinity;
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = process.hrtime.bigint();
    for (let index = 0; index < runs; index += 1) sink += run(index);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / runs);
  }
  if (sink < 0) throw new Error('a count is never negative');
  return best;
}

function decideOnce(rules: CompiledRules, facts: ChildFacts): (index: number) => number {
  // Instants differ, as they do; all lie within one day.
  return (index) => decide(rules, network, facts, { ...question, now: noon + (index % 1000) }).yes.FULL.length;
}

/** As after each change to what is known of the child: nothing of it is kept from before. */
function decideAnew(rules: CompiledRules, facts: ChildFacts): () => number {
  return () => decide(rules, network, { ...facts }, question).yes.FULL.length;
}

function decideWithGrounds(rules: CompiledRules, facts: ChildFacts): (index: number) => number {
  const bits = vocabulary.categories.map((_, bit) => bit);
  return (index) => {
    const decision = decide(rules, network, facts, { ...question, now: noon + (index % 1000) });
    let grounds = 0;
    for (const bit of bits) grounds += decision.grounds(bit, 'FULL').length + decision.grounds(bit, 'SUMMARY').length;
    return grounds;
  };
}

/** The pack's rules, repeated under other ids until there are so many. */
function withRules(ruleSet: RuleSet, count: number): CompiledRules {
  const rules = Array.from({ length: count }, (_, index) => {
    const rule = ruleSet.rules[index % ruleSet.rules.length];
    if (!rule) throw new Error('the pack has no rules');
    return { ...rule, id: `${rule.id}-${index}` };
  });
  return compileRules({ ...ruleSet, rules }, vocabulary);
}

/** Decisions per second for one child over all categories, on one core, and what does not slow them. */
export async function benchDecision(): Promise<object> {
  const yaml = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
  const ruleSet = parseRuleSet(yaml, vocabulary);
  const rules = compileRules(ruleSet, vocabulary);
  const facts = ours();
  const plain = time(20_000, decideOnce(rules, facts));
  const grounds = time(2000, decideWithGrounds(rules, facts));
  const cold = time(100, decideAnew(rules, facts));

  const [few, many] = [withRules(ruleSet, 10), withRules(ruleSet, 10_000)];
  const alone = ours();
  const ratioOfRules = ratio(decideOnce(few, alone), decideOnce(many, alone));
  const ratioOfRulesAnew = ratio(decideAnew(few, alone), decideAnew(many, alone), 100);

  const others = Array.from({ length: 1000 }, (_, child) =>
    childWith(
      `other-${child}`,
      Array.from({ length: 1000 }, (_, index) => ({ ...consent, id: `other-${child}-${index}` })),
    ),
  );
  const before = ours();
  const quiet = decideOnce(rules, before);
  for (const other of others.slice(0, 20)) decide(rules, network, other, question);
  const ratioOfConsents = ratio(decideOnce(rules, ours()), quiet);
  return {
    decisionsPerSecond: Math.round(1e9 / plain),
    decisionsPerSecondWithGrounds: Math.round(1e9 / grounds),
    coldDecisionsPerSecond: Math.round(1e9 / cold),
    categories: vocabulary.categories.length,
    costAt10000RulesTimesAt10: ratioOfRules,
    coldCostAt10000RulesTimesAt10: ratioOfRulesAnew,
    costAt1000000OtherConsentsTimesAt1: ratioOfConsents,
    otherConsents: others.reduce((sum, { consents }) => sum + consents.length, 0),
  };
}

/** How many times what the first costs the second does, timed in turns. */
function ratio(first: (index: number) => number, second: (index: number) => number, runs = 10_000): number {
  let [a, b] = [Infinity, Infinity];
  for (let turn = 0; turn < 150; turn += 1) {
    a = Math.min(a, time(runs, first, 2));
    b = Math.min(b, time(runs, second, 2));
  }
  return Math.round((b / a) * 100) / 100;
}
