import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { checkRuleSet } from './check-rule-set.ts';
import type { Finding } from './finding.ts';
import { parseRuleSet } from './parse-rule-set.ts';
import type { RuleSet, SharingRule } from './rule-set.ts';

const example = parseRuleSet(
  readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8'),
  vocabulary,
);

/** The findings in the example with one rule changed, or added, that were not there before. */
function newFindings(change: (rule: SharingRule) => SharingRule, id: string, add = false): readonly Finding[] {
  const rules = example.rules.flatMap((rule) => {
    if (rule.id !== id) return [rule];
    return add ? [rule, { ...change(rule), id: 'new' }] : [change(rule)];
  });
  const before = new Set(checkRuleSet(example, vocabulary).map(({ message }) => message.en));
  return checkRuleSet({ ...example, rules }, vocabulary).filter(({ message }) => !before.has(message.en));
}

describe('the checker', () => {
  test('names a rule that gives what another never discloses', () => {
    expect(
      newFindings(
        (rule) => ({ ...rule, categories: [...rule.categories, 'child-protection.reporter'] }),
        'police-asks-society',
      ),
    ).toEqual([
      expect.objectContaining({
        code: 'CONTRADICTION',
        severity: 'ERROR',
        rules: ['police-asks-society', 'reporter-never'],
      }),
    ]);
  });

  test('names a rule that can never apply, because all it gives is never disclosed', () => {
    expect(
      newFindings((rule) => ({ ...rule, categories: ['child-protection.reporter'] }), 'police-asks-society', true),
    ).toEqual([
      expect.objectContaining({ code: 'NEVER_APPLIES', severity: 'ERROR', rules: ['new', 'reporter-never'] }),
    ]);
  });

  test('names a rule that waits for a consent nobody may give', () => {
    expect(
      newFindings((rule) => ({ ...rule, categories: ['child-protection.family'] }), 'school-learns-of-care', true),
    ).toEqual([expect.objectContaining({ code: 'NEVER_APPLIES', severity: 'ERROR', rules: ['new'] })]);
  });

  test('names a rule for family nobody is', () => {
    const recipients = [{ agency: 'family', roles: ['substitute'], kinds: ['family'] as const }];
    expect(newFindings((rule) => ({ ...rule, recipients }), 'family-reads-enrolment', true)).toEqual([
      expect.objectContaining({ code: 'NEVER_APPLIES', rules: ['new'] }),
    ]);
  });

  test('names what nobody may see, but not what is never disclosed or opened by order alone', () => {
    const unseen = checkRuleSet(example, vocabulary).filter(({ code }) => code === 'SEEN_BY_NOBODY');
    const text = unseen.map(({ message }) => message.en).join('\n');
    expect(text).toContain('police.narrative');
    expect(text).not.toContain('child-protection.reporter');
    expect(text).not.toContain('police.youth-record-expired');
    expect(text).not.toContain('mental-health.risk');
  });

  test('names a recipient who may see everything', () => {
    const all = vocabulary.categories
      .map(({ code }) => code)
      .filter((code) => code !== 'child-protection.reporter' && code !== 'police.youth-record-expired');
    const found = newFindings((rule) => ({ ...rule, categories: all }), 'police-asks-society');
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'SEES_EVERYTHING', severity: 'ERROR', rules: ['police-asks-society'] }),
    );
  });

  test('names a recipient who may see everything between the purposes it may have', () => {
    const all = vocabulary.categories
      .map(({ code }) => code)
      .filter((code) => code !== 'child-protection.reporter' && code !== 'police.youth-record-expired');
    const rule = example.rules.find(({ id }) => id === 'police-asks-society')!;
    const half = (categories: readonly string[], purpose: string, id: string): SharingRule => ({
      ...rule,
      id,
      categories,
      purposes: [purpose],
    });
    const rules = [
      ...example.rules.filter(({ basis }) => basis === 'NEVER'),
      half(all.slice(0, 20), 'law-enforcement-investigation', 'one'),
      half(all.slice(20), 'youth-justice-supervision', 'other'),
    ];
    const found = (some: readonly SharingRule[]) =>
      checkRuleSet({ ...example, rules: some }, vocabulary).filter(({ code }) => code === 'SEES_EVERYTHING');
    expect(found(rules)).toContainEqual(expect.objectContaining({ severity: 'ERROR', rules: ['one', 'other'] }));
    expect(found(rules.slice(0, -1))).toEqual([]);
  });

  describe('names a rule that never decides, because an earlier line gives all it gives', () => {
    const byLaw = example.rules.find(({ id }) => id === 'society-reads-its-own-file')!;
    const found = (change: Partial<SharingRule>) =>
      newFindings((rule) => ({ ...rule, basis: 'WITH_CONSENT', ...change }), byLaw.id, true).filter(({ message }) =>
        message.en.includes('never decides'),
      );

    test('and not one that gives more, or to whom the earlier does not', () => {
      expect(found({})).toEqual([
        expect.objectContaining({ code: 'NEVER_APPLIES', severity: 'WARNING', rules: ['new', byLaw.id] }),
      ]);
      expect(found({ basis: 'ON_APPROVAL', categories: byLaw.categories.slice(0, 1) })).toHaveLength(1);
      expect(found({ categories: [...byLaw.categories, 'education.attendance'] })).toEqual([]);
      expect(found({ purposes: [...byLaw.purposes, 'legal-proceeding'] })).toEqual([]);
      expect(found({ inEmergency: true })).toEqual([]);
      expect(found({ basis: 'BY_LAW' })).toEqual([]);
    });

    test.each([
      ['ASSIGNED', ['investigation'], 1],
      ['AGENCY', ['investigation'], 0],
      ['ASSIGNED', ['investigation', 'enrolment'], 0],
      ['NONE', [], 0],
    ] as const)('%s with %j is shadowed %d times', (need, kinds, times) => {
      expect(found({ involvement: { need, kinds } })).toHaveLength(times);
    });
  });

  test.each([
    [
      'whose law is a discretion',
      (rule: SharingRule) => ({ ...rule, authority: { ...rule.authority, force: 'DISCRETION' as const } }),
      'ERROR',
    ],
    [
      'whose words are a discretion',
      (rule: SharingRule) => ({ ...rule, sentence: { ...rule.sentence, en: 'A society may disclose it.' } }),
      'WARNING',
    ],
  ])('names a BY_LAW rule %s', (_, change, severity) => {
    expect(newFindings(change, 'society-reads-its-own-file')).toEqual([
      expect.objectContaining({ code: 'DISCRETION_AS_LAW', severity, rules: ['society-reads-its-own-file'] }),
    ]);
  });

  test('notes law cited from memory', () => {
    expect(checkRuleSet(example, vocabulary)).toContainEqual(
      expect.objectContaining({ code: 'UNVERIFIED_LAW', severity: 'NOTE', rules: ['society-reads-its-own-file'] }),
    );
  });

  test('finds nothing against a pack that says nothing but what must not be', () => {
    const closed: RuleSet = { ...example, rules: [], onlyByOrder: vocabulary.categories.map(({ code }) => code) };
    expect(checkRuleSet(closed, vocabulary)).toEqual([]);
  });

  test('warns of a pack that does not say what a family may learn from a list, and of no other', () => {
    const text = readFileSync(new URL('../networks/ontario/rules/example.yaml', import.meta.url), 'utf8');
    const without = text.replace(/^familySafety:\n(?: .*\n)+/m, '');
    expect(without).not.toBe(text);
    const codes = (yaml: string) => checkRuleSet(parseRuleSet(yaml, vocabulary), vocabulary).map(({ code }) => code);
    expect(codes(without)).toContain('NO_FAMILY_SAFETY');
    expect(codes(text)).not.toContain('NO_FAMILY_SAFETY');
    expect(codes(`${without}familySafety: []\n`)).not.toContain('NO_FAMILY_SAFETY');
  });
});
