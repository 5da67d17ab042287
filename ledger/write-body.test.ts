import { describe, expect, it } from '@jest/globals';
import { canonical } from './canonical.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { isOneBody, writeBody } from './write-body.ts';

const common = {
  disclosure: 'disclosure-"1"\n',
  requester: { role: 'officer', agency: 'police', user: 'é\u2028', kind: 'worker' },
  purpose: 'treatment',
  child: 'a'.repeat(26),
  ruleSet: 12,
  operation: 'hash',
};
const disclosure: DisclosureEntry = {
  ...common,
  categories: { SUMMARY: [], FULL: ['police.incident'] },
  grounds: [{ kind: 'RULE', id: 'rule "1"', categories: ['police.incident'] }],
  obligations: ['KEEP_SEPARATE'],
};
const withholding: WithholdingEntry = { ...common, categories: ['police.incident'] };
const at = '2026-11-21T12:00:00.000Z';

describe('the body of an entry', () => {
  it.each([
    ['a disclosure', disclosure],
    ['a flow', { ...disclosure, flow: { to: 'education' } }],
    ['a withholding', withholding],
  ])('is the canonical text of %s, the second time too', (_, entry) => {
    const expected = canonical({ ...entry, child: 'aGFzaA==', at });
    for (const { head, tail } of [writeBody(entry, at), writeBody(entry, at)]) {
      expect(`${head}aGFzaA==${tail}`).toBe(expected);
    }
    expect(expected).not.toContain('\n');
  });
});

describe('one body', () => {
  const flow = { to: 'education' };
  it.each([
    ['a disclosure', disclosure],
    ['a flow', { ...disclosure, flow }],
    ['a withholding', withholding],
  ])('is that of %s and of another child’s, and of no other', (_, entry) => {
    const text = writeBody(entry, at);
    expect(isOneBody(entry, { ...entry, child: 'b'.repeat(26) })).toBe(true);
    const ofAny: object[] = [
      { disclosure: 'another' },
      { requester: { ...common.requester, user: 'another' } },
      { purpose: 'another' },
      { operation: 'another' },
      { ruleSet: 13 },
      { categories: { FULL: [], SUMMARY: [] } },
    ];
    const ofDisclosures = [{ grounds: [] }, { obligations: [] }, { flow: { to: 'identity' } }];
    for (const change of 'grounds' in entry ? [...ofAny, ...ofDisclosures] : ofAny) {
      const changed = { ...entry, ...change };
      expect(isOneBody(entry, changed)).toBe(false);
      expect(writeBody(changed, at)).not.toEqual(text);
    }
    expect(isOneBody(disclosure, withholding)).toBe(false);
  });
});
