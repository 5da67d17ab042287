import { readFileSync } from 'node:fs';
import type { ChildFacts } from '@trellis/decision';
import { compileRules, decide, parseRuleSet } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { measureCpu } from './measure-cpu.ts';

export interface DecisionResult {
  /** Rules in the set. */
  readonly rules: number;
  /** CPU microseconds of a decision on facts that were decided on before, for this requester and purpose. */
  readonly kept: number;
  /** The same on facts that are new: a child not met before, or one whose version moved. */
  readonly compiled: number;
}

const purpose = 'ongoing-protection-service';
const requester = { agency: 'child-protection', role: 'caseworker', user: 'caseworker-1', kind: 'worker' as const };
const pack = readFileSync(new URL('../../decision/packs/ontario.yaml', import.meta.url), 'utf8');

/** What a decision costs under the Ontario pack, and under a set of ten thousand rules, most of which are about others. */
export function benchDecision(log: (line: string) => void): readonly DecisionResult[] {
  const ruleSet = parseRuleSet(pack, vocabulary);
  const others = ruleSet.rules.filter(
    ({ recipients }) => recipients !== 'EVERYONE' && recipients.every(({ agency }) => agency !== requester.agency),
  );
  const more = Array.from({ length: 10_000 - ruleSet.rules.length }, (_, index) => {
    const rule = others[index % others.length];
    return rule ? [{ ...rule, id: `${rule.id}-${index}` }] : [];
  }).flat();
  const network = { version: 1, standingApprovals: [], ruleSet: 1 };
  const now = Date.now();
  const question = { requester, purpose, now };
  return [ruleSet, { ...ruleSet, rules: [...ruleSet.rules, ...more] }].map((set) => {
    const rules = compileRules(set, vocabulary);
    const facts = factsAt(now);
    const kept = measureCpu(200_000, () => decide(rules, network, facts, question));
    const compiled = measureCpu(5_000, () => decide(rules, network, factsAt(now), question));
    log(`  ${set.rules.length} rules: ${kept.toFixed(2)} µs on facts known, ${compiled.toFixed(1)} µs on new ones`);
    return { rules: set.rules.length, kept, compiled };
  });
}

/** A child in service, whose parent lets school and clinic tell the society. */
function factsAt(now: number): ChildFacts {
  const from = now - 86_400_000;
  return {
    child: 'a'.repeat(26),
    version: 1,
    birthDate: '2018-05-01',
    consents: [
      {
        id: 'consent-1',
        decision: 'PERMIT',
        by: 'authority-1',
        recipients: [{ agency: 'child-protection' }],
        purposes: [purpose],
        categories: ['education', 'mental-health'],
        level: 'FULL',
        from,
        to: null,
        recordsFrom: null,
        recordsTo: null,
        notEvenInEmergency: false,
        except: [],
        state: 'ACTIVE',
        evidence: null,
        language: 'en',
        recordedAt: from,
      },
    ],
    authorities: [
      {
        id: 'authority-1',
        holder: 'parent-1',
        kind: 'custodial-parent',
        domains: null,
        jointWith: [],
        from: '2018-05-01',
        to: null,
        suspended: false,
      },
    ],
    orders: [],
    involvements: [
      {
        id: 'involvement-1',
        agency: 'child-protection',
        kind: 'ongoing-service',
        evidence: 'file',
        assigned: [requester.user],
        from,
        to: null,
      },
    ],
    approvals: [],
    emergencies: [],
  };
}
