import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@trellis/platform';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { groundIds, isOneForm, writeForm } from './write-form.ts';

const common = {
  disclosure: 'disclosure-"1"\n%s',
  requester: { role: 'officer', agency: 'police', user: 'é\u2028%', kind: 'worker' },
  purpose: 'treatment',
  child: 'a'.repeat(26),
  ruleSet: 12,
  operation: 'hash',
};
const categories = ['police.incident'];
const disclosure: DisclosureEntry = {
  ...common,
  categories: { SUMMARY: [], FULL: categories },
  grounds: [
    { kind: 'RULE', id: 'rule "1"\t\n%s', categories },
    { kind: 'CONSENT', id: 'consent-1', categories },
  ],
  obligations: ['KEEP_SEPARATE'],
};
const withholding: WithholdingEntry = { ...common, categories };
const at = '2026-11-21T12:00:00.000Z';

/** Does what Postgres's function of that name does. */
function format(form: string, values: readonly string[]): string {
  const left = [...values];
  const text = form.replaceAll(/%[s%]/g, (mark) => (mark === '%%' ? '%' : (left.shift() ?? '')));
  expect(left).toEqual([]);
  return text;
}

describe('the form of an entry', () => {
  it.each([
    ['a disclosure', disclosure],
    ['a flow', { ...disclosure, flow: { to: 'education' } }],
    ['a withholding', withholding],
  ])('is, with its ids, the canonical text of %s, the second time too', (_, entry) => {
    const expected = canonicalJson({ ...entry, child: 'aGFzaA==', at });
    for (const form of [writeForm(entry, at), writeForm(entry, at)]) {
      expect(format(form, ['aGFzaA==', ...groundIds(entry)])).toBe(expected);
      expect(form).not.toContain('\n');
    }
    expect(groundIds(entry).join('')).not.toMatch(/[\t\n]/);
  });
});

describe('one form', () => {
  const flow = { to: 'education' };
  it.each([
    ['a disclosure', disclosure],
    ['a flow', { ...disclosure, flow }],
    ['a withholding', withholding],
  ])('is that of %s and of another child’s, and of no other', (_, entry) => {
    const text = writeForm(entry, at);
    expect(isOneForm(entry, { ...entry, child: 'b'.repeat(26) })).toBe(true);
    const ofAny: object[] = [
      { disclosure: 'another' },
      { requester: { ...common.requester, user: 'another' } },
      { purpose: 'another' },
      { operation: 'another' },
      { ruleSet: 13 },
      { categories: { FULL: [], SUMMARY: [] } },
    ];
    const ofDisclosures = [
      { grounds: [] },
      { grounds: disclosure.grounds.map((each) => ({ ...each, categories: ['police.charge'] })) },
      { grounds: disclosure.grounds.map((each) => ({ ...each, kind: 'ORDER' })) },
      { obligations: [] },
      { flow: { to: 'identity' } },
    ];
    for (const change of 'grounds' in entry ? [...ofAny, ...ofDisclosures] : ofAny) {
      const changed = { ...entry, ...change };
      expect(isOneForm(entry, changed)).toBe(false);
      expect(writeForm(changed, at)).not.toEqual(text);
    }
    expect(isOneForm(disclosure, withholding)).toBe(false);
  });

  it('is that of other grounds of the same kinds for the same categories', () => {
    const grounds = disclosure.grounds.map((each) => ({ ...each, id: `another ${each.id}` }));
    const another = { ...disclosure, grounds };
    expect(isOneForm(disclosure, another)).toBe(true);
    expect(writeForm(another, at)).toBe(writeForm(disclosure, at));
    expect(groundIds(another)).not.toEqual(groundIds(disclosure));
  });
});
