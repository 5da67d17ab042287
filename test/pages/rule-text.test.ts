import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { parseRuleSet } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { ruleText, withNewRule, withRule, written, type NewRule } from '../../apps/console/rules/rule-text.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const rulesIn = (yaml: string) => parseRuleSet(yaml, vocabulary).rules;
const ids = rulesIn(pack).map(({ id }) => id);

it('finds every rule of the pack, each once, and leaves the text as it is where a rule is put in its own place', () => {
  expect(ids.length).toBeGreaterThan(50);
  for (const id of ids) {
    const text = ruleText(pack, id);
    expect(text?.split('\n')[0]).toBe(`  - id: ${id}`);
    expect(text?.match(/^ {2}- id:/gm)).toHaveLength(1);
    expect(withRule(pack, id, text)).toBe(pack);
  }
  expect(ruleText(pack, 'no-such-rule')).toBeUndefined();
  expect(withRule(pack, 'no-such-rule', 'x')).toBe(pack);
});

it('a rule that nothing refers to is taken away alone', () => {
  const free = ids.filter((id) => !/&[a-z]/.test(ruleText(pack, id) ?? ''));
  expect(free.length).toBeGreaterThan(10);
  for (const id of free.slice(0, 10))
    expect(rulesIn(withRule(pack, id, undefined)).map((rule) => rule.id)).toEqual(ids.filter((each) => each !== id));
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
