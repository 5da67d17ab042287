import { describe, expect, it, test } from '@jest/globals';
import {
  accessPeriodCategory,
  bitsOf,
  compileRules,
  decide,
  hasBit,
  parseRuleSet,
  shownToMember,
  type ChildFacts,
  type Decision,
  type Instant,
  type MemberView,
} from '@trellis/decision';
import { vocabulary, type Kind } from '@trellis/vocabulary';
import { readFileSync } from 'node:fs';
import { consentOf, factsOf, networkOf } from './facts-of.ts';
import { isOfRegister, now, readCases, type Case, type Step } from './read-cases.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(pack, vocabulary), vocabulary);
const cases = readCases();

type Ask = Extract<Step, { ask: unknown }>;
type Change = Extract<Step, { do: unknown }>['do'];

test('the tables tell every case, and no number is left out', () => {
  const numbers = [...new Set(cases.map(({ number }) => number))].sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 95 }, (_, index) => index + 1));
  expect(cases.length).toBeGreaterThanOrEqual(95);
});

test('every situation that people told us of has a case', () => {
  const told = new Set(cases.flatMap(({ people }) => people));
  const lines = [...Array.from({ length: 27 }, (_, index) => String(index + 1)), '11a', '11b', '11c'];
  expect(lines.filter((line) => !told.has(line))).toEqual([]);
});

// What takes the register's acts is done by `register.test.ts`.
const decided = cases.filter(({ steps }) => !steps.some(isOfRegister));

describe.each(decided)('case $number: $title', (each: Case) => {
  it('is decided so', () => {
    const { given } = each;
    const network = networkOf(given.protocols === true);
    const children = new Map(
      'children' in given
        ? Object.entries(given.children).map(([name, child]) => [name, factsOf(name, child)])
        : [['child', factsOf('child', given)]],
    );
    for (const step of each.steps) {
      if (isOfRegister(step)) continue;
      if ('do' in step) {
        for (const [name, facts] of children) children.set(name, changed(facts, step.do));
        continue;
      }
      const question = {
        requester: { ...step.ask, kind: step.ask.kind as Kind },
        purpose: step.ask.purpose,
        now: Date.parse(step.at ?? now),
      };
      const decisions = new Map([...children].map(([name, facts]) => [name, decide(rules, network, facts, question)]));
      expect(answer(step, decisions, question.now)).toEqual(expected(step));
      const [name = ''] = children.has(step.of) ? [step.of] : children.keys();
      const facts = children.get(name);
      const decision = decisions.get(name);
      if (facts === undefined || decision === undefined) throw new Error(`no child ${step.of}`);
      for (const { user, role, categories } of step.then.listed) {
        const member = { agency: 'family', role, user, kind: 'family' as const };
        const view = shownToMember(rules, network, facts, member, question.now, []);
        const shown = view.use(useOf(step, decision, question.now));
        expect({ user, listed: [...(shown?.categories.FULL ?? [])].sort() }).toEqual({
          user,
          listed: [...categories].sort(),
        });
      }
    }
  });
});

/** The ledger's entry of a step in which everything permitted was asked for. */
function useOf({ ask, then }: Ask, decision: Decision, at: Instant): Parameters<MemberView['use']>[0] {
  const { purpose, ...requester } = ask;
  const full = then.permitted.filter((code) => levelOf(decision, code) === 'FULL');
  const grounds = full.flatMap((code) =>
    decision.grounds(bit(code), 'FULL').map(({ kind, id }) => ({ kind, id, categories: [code] })),
  );
  return { requester, purpose, at, categories: { FULL: full, SUMMARY: full }, grounds };
}

function changed(facts: ChildFacts, change: Change): ChildFacts {
  const version = facts.version + 1;
  if ('recordConsent' in change) {
    return { ...facts, version, consents: [...facts.consents, consentOf(change.recordConsent)] };
  }
  if ('withdrawConsent' in change) {
    return {
      ...facts,
      version,
      consents: facts.consents.map((each) =>
        each.id === change.withdrawConsent ? { ...each, state: 'WITHDRAWN' } : each,
      ),
    };
  }
  return {
    ...facts,
    version,
    approvals: facts.approvals.map((each) =>
      each.id === change.approve ? { ...each, state: 'APPROVED', until: Date.parse('2999-01-01') } : each,
    ),
  };
}

/** What a step expects, category by category, as the engine's answer is read below. */
function expected({ then }: Ask): object {
  return {
    levels: {
      ...Object.fromEntries(then.permitted.map((code) => [code, 'FULL'])),
      ...Object.fromEntries(then.summaryOnly.map((code) => [code, 'SUMMARY'])),
      ...Object.fromEntries([...then.withheld, ...then.filters].map((code) => [code, 'withheld'])),
    },
    grounds: then.grounds,
    routes: then.routes,
    obligations: then.obligations,
    shown: then.shown,
  };
}

function answer({ of, record, then }: Ask, decisions: ReadonlyMap<string, Decision>, at: Instant): object {
  const decision = decisionOf(of);
  function decisionOf(name: string): Decision {
    const found = decisions.get(name) ?? [...decisions.values()][0];
    if (!found) throw new Error(`no child ${name} is given`);
    return found;
  }
  const each = <Value>(codes: readonly string[], read: (code: string) => Value) =>
    Object.fromEntries(codes.map((code) => [code, read(code)]));
  return {
    levels: each([...then.permitted, ...then.summaryOnly, ...then.withheld, ...then.filters], (code) =>
      levelOf(decision, code),
    ),
    grounds: each(Object.keys(then.grounds), (code) => {
      const level = levelOf(decision, code) === 'FULL' ? 'FULL' : 'SUMMARY';
      const grounds = decision.grounds(bit(code), level).map(({ kind, id }) => `${kind} ${id}`);
      return grounds.find((ground) => ground === then.grounds[code]) ?? grounds;
    }),
    routes: each(Object.keys(then.routes), (code) => decision.routes(bit(code))),
    obligations: each(Object.keys(then.obligations), (code) =>
      decision.obligations(bitsOf(vocabulary, [code])).map((obligation) => obligation.code),
    ),
    shown: record && isShown(record, decisionOf, at),
  };
}

/** A record appears only where all it is, is permitted for all its children; one with no child does not appear. */
function isShown(
  { children, categories, youth }: NonNullable<Ask['record']>,
  decisionOf: (name: string) => Decision,
  at: Instant,
): boolean {
  const periods = rules.ruleSet.accessPeriods[0];
  const all =
    youth && periods ? [...categories, accessPeriodCategory(periods, youth, at, rules.ruleSet.timeZone)] : categories;
  return (
    children.length > 0 && children.every((name) => all.every((code) => levelOf(decisionOf(name), code) === 'FULL'))
  );
}

function levelOf({ yes }: Decision, code: string): string {
  if (hasBit(yes.FULL, bit(code))) return 'FULL';
  return hasBit(yes.SUMMARY, bit(code)) ? 'SUMMARY' : 'withheld';
}

function bit(code: string): number {
  const found = vocabulary.bit.get(code);
  if (found === undefined) throw new Error(`unknown category ${code}`);
  return found;
}
