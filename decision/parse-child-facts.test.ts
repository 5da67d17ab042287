import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { compileRules } from './compile-rules.ts';
import type { ChildFacts } from './facts.ts';
import { FactsProblems, parseChildFacts } from './parse-child-facts.ts';
import { parseRuleSet } from './parse-rule-set.ts';

const yaml = readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
const rules = compileRules(parseRuleSet(yaml, vocabulary), vocabulary);

function facts(): ChildFacts {
  const period = { from: 0, to: 10 };
  return {
    child: 'c',
    version: 1,
    birthDate: '2015-05-05',
    consents: [
      {
        id: 'k',
        decision: 'PERMIT',
        by: 'a',
        recipients: [{ agency: 'education', role: 'teacher' }],
        purposes: ['education-support'],
        categories: ['mental-health'],
        level: 'FULL',
        ...period,
        recordsFrom: null,
        recordsTo: null,
        notEvenInEmergency: false,
        except: [
          { categories: ['mental-health.risk'], except: [{ recipients: [{ agency: 'education', user: 'u' }] }] },
        ],
        state: 'ACTIVE',
        evidence: null,
        language: 'en',
        recordedAt: 0,
      },
    ],
    authorities: [
      {
        id: 'a',
        holder: 'p',
        kind: 'custodial-parent',
        domains: null,
        jointWith: [],
        from: '2015-05-05',
        to: null,
        suspended: false,
      },
    ],
    orders: [
      {
        id: 'o',
        decision: 'REFUSE',
        recipients: [{ agency: 'police' }],
        categories: ['education'],
        purposes: null,
        ...period,
        court: 'x',
        reference: 'x',
        confirmed: true,
      },
    ],
    involvements: [
      { id: 'i', agency: 'police', kind: 'police-investigation', evidence: 'x', assigned: ['u'], ...period },
    ],
    approvals: [
      {
        id: 'p',
        custodian: 'education',
        recipient: { agency: 'police', user: 'u' },
        purpose: 'placement',
        categories: ['education'],
        state: 'APPROVED',
        until: 5,
      },
    ],
    emergencies: [{ id: 'e', agency: 'police', user: 'u', openedAt: 0, until: 1, closedAt: null }],
  };
}

function problemsOf(input: unknown): readonly { path: string; message: string }[] {
  try {
    parseChildFacts(input, rules);
  } catch (error) {
    if (error instanceof FactsProblems) return error.problems;
    throw error;
  }
  return [];
}

/** The facts with the value at a path replaced. */
function spoiled(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(facts());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    copy as Record<string, unknown>,
  );
  place[last] = value;
  return copy;
}

const circular: { except: unknown[] } = { except: [] };
circular.except.push(circular);
const deep = Array.from({ length: 10_000 }).reduce<object>((inner) => ({ except: [inner] }), {});

describe("a child's facts", () => {
  test('are read as they are', () => {
    expect(parseChildFacts(facts(), rules)).toEqual(facts());
  });

  test.each([
    ['consents.0.categories.0', 'mental-health.x', 'unknown category `mental-health.x`'],
    ['consents.0.purposes.0', 'fun', 'unknown purpose `fun`'],
    ['consents.0.recipients.0', { agency: 'education', role: 'chief' }, 'unknown recipient `education:chief`'],
    ['consents.0.except.0.except.0.recipients.0', { agency: 'x' }, 'unknown recipient `x`'],
    ['consents.0.by', 'missing', 'there is no authority `missing`'],
    ['consents.0.to', 0, 'the period is reversed'],
    ['consents.0.to', -1, 'the period is reversed'],
    ['authorities.0.kind', 'uncle', 'unknown kind `uncle`'],
    ['authorities.0.domains', ['x'], 'unknown domain `x`'],
    ['authorities.0.jointWith', ['missing'], 'there is no authority `missing`'],
    ['authorities.0.to', '2015-05-05', 'the period is reversed'],
    ['orders.0.to', 0, 'the period is reversed'],
    ['orders.0.purposes', ['fun'], 'unknown purpose `fun`'],
    ['involvements.0.kind', 'x', 'unknown kind `x`'],
    ['involvements.0.agency', 'x', 'unknown agency `x`'],
    ['involvements.0.to', 0, 'the period is reversed'],
    ['approvals.0.custodian', 'x', 'unknown agency `x`'],
    ['approvals.0.until', null, 'an approval ends'],
    ['approvals.0.recipient', { agency: 'police' }, 'an approval is for one user'],
    ['emergencies.0.until', 0, 'the period is reversed'],
  ])('with %s as %j are refused, with path and reason', (path, value, message) => {
    const problems = problemsOf(spoiled(path, value));
    expect(problems.map((each) => each.message)).toContain(message);
    expect(problems.every((each) => each.path.startsWith(path.split('.').slice(0, 2).join('.')))).toBe(true);
  });

  test.each([
    ['birthDate', '2015-02-31'],
    ['consents.0.decision', 'PERHAPS'],
    ['consents.0.state', 'SOMEHOW'],
    ['consents.0.from', NaN],
    ['consents.0.recordedAt', 1e300],
    ['consents.0.recordsFrom', 'long ago'],
    ['consents.0.extra', 1],
    ['consents', Array.from({ length: 10_001 }, () => facts().consents[0])],
    ['consents.0.evidence', 'x'.repeat(10_000_000)],
    ['consents.0.except', [circular]],
    ['consents.0.except', [deep]],
    ['orders', 'none'],
  ])('with a malformed %s are refused', (path, value) => {
    const [problem] = problemsOf(spoiled(path, value));
    // A key too many is reported where it stands.
    expect(problem?.path.startsWith(path.replace('.extra', ''))).toBe(true);
    expect(problem?.message).not.toBe('');
  });

  test('two under one id are refused', () => {
    const [authority] = facts().authorities;
    expect(problemsOf(spoiled('authorities', [authority, authority]))).toEqual([
      { path: 'authorities.1.id', message: 'this id is taken' },
    ]);
  });

  test.each([null, undefined, 7, 'x', []])('%j are none', (input) => {
    expect(problemsOf(input).length).toBeGreaterThan(0);
  });
});
