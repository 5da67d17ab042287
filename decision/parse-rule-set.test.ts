import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { parseRuleSet } from './parse-rule-set.ts';
import { ruleSetJsonSchema } from './rule-set-json-schema.ts';
import { RuleSetProblems, type RuleSetProblem } from './rule-set-problems.ts';

const example = readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');

function problemsOf(yaml: string): readonly RuleSetProblem[] {
  try {
    parseRuleSet(yaml, vocabulary);
  } catch (error) {
    if (error instanceof RuleSetProblems) return error.problems;
    throw error;
  }
  return [];
}

/** The example with one text put for another. */
function spoiled(was: string, becomes: string): string {
  expect(example).toContain(was);
  return example.replace(was, becomes);
}

describe('a rule set', () => {
  test('is read, with domains written out as categories', () => {
    const { rules, authorities, onlyByOrder } = parseRuleSet(example, vocabulary);
    expect(rules.map(({ id }) => id)).toContain('circle-of-care');
    expect(authorities[0]?.reach[0]?.categories).toContain('mental-health.session-notes');
    expect(onlyByOrder).toEqual(['police.youth-record-expired']);
  });

  test.each([
    ['an unknown agency', 'agency: police, roles', 'agency: polis, roles', /rules\.2\.recipients\.0\.agency/],
    ['an unknown role', 'roles: [officer]', 'roles: [chief]', /rules\.2\.recipients\.0\.roles\.0/],
    ['an unknown purpose', '[law-enforcement-investigation]', '[fishing]', /rules\.2\.purposes\.0/],
    ['the purpose research', '[law-enforcement-investigation]', '[research]', /rules\.2\.purposes\.0/],
    [
      'an unknown category',
      'categories: [child-protection.reporter]',
      'categories: [child-protection.x]',
      /rules\.0\.categories\.0/,
    ],
    [
      'an unknown involvement',
      'kinds: [police-investigation]',
      'kinds: [curiosity]',
      /rules\.2\.involvement\.kinds\.0/,
    ],
    [
      'an involvement without a kind',
      'need: AGENCY, kinds: [treatment]',
      'need: AGENCY',
      /rules\.3\.involvement\.kinds/,
    ],
    ['EVERYONE but with NEVER', 'basis: NEVER', 'basis: WITH_CONSENT', /rules\.0\.recipients/],
    [
      'NEVER that waits for involvement',
      'involvement: { need: NONE }',
      'involvement: { need: AGENCY, kinds: [treatment] }',
      /rules\.0\.involvement/,
    ],
    [
      'BY_LAW without its duty',
      `duty:
        en: A society investigates allegations that a child may be in need of protection.
        fr: 'La société enquête sur les allégations selon lesquelles un enfant peut avoir besoin de protection.'`,
      '',
      /rules\.1\.authority\.duty/,
    ],
    [
      'an emergency that says not who may lock',
      '    lockableBy: [] # must be said where inEmergency is true\n',
      '',
      /rules\.2\.lockableBy/,
    ],
    [
      'a lock by an unknown kind',
      'lockableBy: [child, custodial-parent]',
      'lockableBy: [uncle]',
      /rules\.3\.lockableBy\.0/,
    ],
    ['a missing citation', 'citation: CYFSA s. 35 (1)\n', 'note: x\n', /rules\.1\.authority/],
    ['an id twice', 'id: circle-of-care', 'id: police-asks-society', /rules\.3\.id/],
    ['a kind twice', 'kind: access-parent', 'kind: custodial-parent', /authorities\.2\.kind/],
    ['an unknown key', 'rank: 6', 'rang: 6', /authorities\.1/],
    ['an unknown zone', 'America/Toronto', 'Mars/Base', /timeZone/],
    ['a rule without its sentence in French', 'fr: ', 'fra: ', /sentence|notice/],
    ['a code that is none', 'id: circle-of-care', 'id: Circle_of_care', /rules\.3\.id/],
    ['a category that is none', '[education.enrolment]', '[Education]', /rules\.5\.categories\.0/],
    ['a day that is none', 'asOf: 2026-11-21\nnotice', 'asOf: 2026-02-31\nnotice', /asOf/],
    ['reversed ages', 'toAge: 18, yieldsAt: 12', 'fromAge: 18, toAge: 18, yieldsAt: 12', /authorities\.1\.reach\.0/],
    [
      'a child deciding for adults',
      'fromAge: 12, presumedFrom',
      'of: [ADULT], fromAge: 12, presumedFrom',
      /authorities\.0\.reach\.0/,
    ],
    [
      'a rule for what only an order opens',
      '[mental-health.condition, mental-health.risk]',
      '[police]',
      /rules\.3\.categories/,
    ],
    [
      'a family rule that waits for involvement',
      'involvement: { need: NONE }\n    categories: [education.enrolment]',
      'involvement: { need: AGENCY, kinds: [enrolment] }\n    categories: [education.enrolment]',
      /rules\.5\.involvement/,
    ],
    ['a repeated key', 'basis: BY_LAW', 'basis: BY_LAW\n    basis: NEVER', /^$/],
  ])('with %s is refused, with path and line', (_, was, becomes, path) => {
    const problems = problemsOf(spoiled(was, becomes));
    expect(problems.length).toBeGreaterThan(0);
    const found = problems.find((each) => path.test(each.path));
    expect(found).toBeDefined();
    for (const { message } of problems) expect(message.fr).not.toBe(message.en);
    if (found && found.path !== '') {
      const changed = spoiled(was, becomes).split('\n');
      expect(found.line).toBeGreaterThan(1);
      expect(found.line).toBeLessThanOrEqual(changed.length);
      expect(Object.values(found.message)).not.toContain('');
    }
  });

  test('names the very line', () => {
    const [problem] = problemsOf(spoiled('purposes: [treatment]', 'purposes: [tea]'));
    const line = example.split('\n').findIndex((text) => text.includes('purposes: [treatment]')) + 1;
    expect(problem).toMatchObject({ path: 'rules.3.purposes.0', line, message: { en: 'unknown purpose `tea`' } });
  });

  test.each([
    ['ten million characters and more', () => `pack: ${'x'.repeat(10_000_000)}`],
    ['ten thousand brackets', () => `rules: ${'['.repeat(10_000)}`],
    ['ten thousand braces on as many lines', () => '{a:\n'.repeat(10_000)],
    ['ten thousand steps in', () => Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['ten thousand dashes', () => `rules:\n${'- '.repeat(10_000)}x`],
    [
      'aliases that multiply',
      () =>
        `a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d]`,
    ],
    ['itself', () => 'rules: &rules [*rules]'],
    ['nothing', () => ''],
    ['no YAML', () => '%%% : ]['],
    ['a number', () => '7'],
  ])('of %s is refused, quickly', (_, text) => {
    const start = performance.now();
    const problems = problemsOf(text());
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message.fr).not.toBe(message.en);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('that is refused says so in one message', () => {
    expect(() => parseRuleSet('pack: x', vocabulary)).toThrow(/the rule set was refused\n1:1/);
  });

  test('of before, with a duty in English alone, is read for good', () => {
    const duty = 'A society investigates allegations that a child may be in need of protection.';
    const before = spoiled(/duty:\n +en: A society.*\n.*/.exec(example)?.[0] ?? '', `duty: ${duty}`);
    expect(parseRuleSet(before, vocabulary).rules[1]?.authority.duty).toEqual({ en: duty, fr: null });
  });

  test('has the JSON Schema that is committed', () => {
    const committed: unknown = JSON.parse(readFileSync(new URL('rule-set.schema.json', import.meta.url), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(ruleSetJsonSchema())));
  });
});
