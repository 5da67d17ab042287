import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parseRuleSet } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { ruleAt } from '../../apps/console/rules/rule-at.ts';
import { ruleText, withNewRule, withRule, written, type NewRule } from '../../apps/console/rules/rule-text.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rulesIn = (yaml: string) => parseRuleSet(yaml, vocabulary).rules;
const ids = rulesIn(pack).map(({ id }) => id);

it('finds every rule of the pack, each once, and says the same where a rule is put in its own place', () => {
  expect(ids.length).toBeGreaterThan(50);
  for (const id of ids.filter((_, at) => at % 20 === 0)) {
    const text = ruleText(pack, id);
    expect(text?.split('\n')[0]).toBe(`  - id: ${id}`);
    expect(text?.match(/^ {2}- id:/gm)).toHaveLength(1);
    expect(rulesIn(withRule(pack, id, text))).toEqual(rulesIn(pack));
  }
  expect(ruleText(pack, 'no-such-rule')).toBeUndefined();
  expect(withRule(pack, 'no-such-rule', 'x')).toBe(pack);
});

const naming = ids.filter((id) =>
  pack
    .split(`  - id: ${id}\n`)[1]
    ?.split(/\n {2}- id: /)[0]
    ?.match(/[ [{]&[a-z]/),
);

it('a rule that names what others use is shown whole, and taken away or changed alone', () => {
  expect(naming.length).toBeGreaterThan(5);
  const before = rulesIn(pack);
  for (const id of naming.filter((_, at) => at % 4 === 0)) {
    const text = ruleText(pack, id) ?? '';
    expect(text).not.toMatch(/(^|[ [])[&*][a-z]/);
    expect(rulesIn(withRule(pack, id, undefined))).toEqual(before.filter((rule) => rule.id !== id));
    const other = text.replace(/^( {4}level:) \w+/m, '$1 SUMMARY');
    const after = rulesIn(withRule(pack, id, other));
    expect(after.filter((rule) => rule.id !== id)).toEqual(before.filter((rule) => rule.id !== id));
  }
});

it('a fault is found in the rule and the words where it lies', () => {
  const line = pack.split('\n').findIndex((each) => each === '  - id: police-know-whom') + 4;
  expect(ruleAt(pack, line).id).toBe('police-know-whom');
  expect(ruleAt(pack, line).words).toBe(pack.split('\n')[line - 1]?.trim());
  expect(ruleAt(pack, 1).id).toBeUndefined();
});

it.each(['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'])(
  'a new rule of basis %s says what was put together, whatever its words are made of',
  (basis) => {
    const rule: NewRule = {
      id: 'teacher-has-a-plan',
      english: 'He said: "no" # never\nback\\slash',
      french: "L'école – « oui » : peut-être",
      agency: 'education',
      roles: ['teacher'],
      purpose: 'education-support',
      categories: ['mental-health.safety-plan'],
      basis,
      involvement: 'ASSIGNED',
      kinds: ['enrolment'],
      level: 'SUMMARY',
      citation: 'PHIPA s. 43: (1) {x}',
      duty: 'to teach',
      jurisdiction: 'CA-ON',
      asOf: '2026-11-29',
    };
    const all = rulesIn(withNewRule(pack, written(rule)));
    expect(all.map(({ id }) => id)).toEqual([...ids, rule.id]);
    expect(all.at(-1)).toMatchObject({
      sentence: { en: rule.english, fr: rule.french },
      recipients: [{ agency: 'education', roles: ['teacher'], kinds: ['worker'] }],
      purposes: ['education-support'],
      // What is never disclosed is so whoever works with the child.
      involvement: basis === 'NEVER' ? { need: 'NONE', kinds: [] } : { need: 'ASSIGNED', kinds: ['enrolment'] },
      categories: rule.categories,
      level: 'SUMMARY',
      basis,
      authority: { citation: rule.citation, jurisdiction: 'CA-ON', asOf: '2026-11-29', confidence: 'UNVERIFIED' },
    });
  },
);
