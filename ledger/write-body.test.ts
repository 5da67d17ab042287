import { describe, expect, it } from '@jest/globals';
import { canonical } from './canonical.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { writeBody } from './write-body.ts';

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
    expect(writeBody(entry, at, 'aGFzaA==')).toBe(expected);
    expect(writeBody(entry, at, 'aGFzaA==')).toBe(expected);
    expect(expected).not.toContain('\n');
  });
});
