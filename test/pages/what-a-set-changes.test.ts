import { expect, it } from '@jest/globals';
import { factChanges } from '../../apps/console/rules/fact-changes.ts';
import type { RuleInFullFragment } from '../../apps/generated/graph.ts';

const rule: RuleInFullFragment = {
  id: 'a-rule',
  sentence: 'A sentence that stays.',
  phrase: 'Une phrase qui reste.',
  recipients: [{ agency: 'education', roles: ['teacher'], kinds: ['worker'] }],
  purposes: ['education-support'],
  involvement: 'ASSIGNED',
  involvementKinds: ['enrolment'],
  conditions: [],
  when: { ageFrom: null, ageTo: null, notFor: [], onlyFor: [], whileOpen: [], authority: null, consentBy: [] },
  unlessHarm: false,
  categories: ['clinic.plan'],
  level: 'SUMMARY',
  basis: 'WITH_CONSENT',
  inEmergency: false,
  lockableBy: ['child'],
  lockBinds: false,
  obligations: [{ text: 'Tell nobody.' }],
  citation: 'A law',
  jurisdiction: 'CA-ON',
  asOf: '2026-01-01',
  confidence: 'SEEN',
  force: 'CONSENT',
  duty: null,
  devoir: null,
};
const titles = { agency: (name: string) => name, category: (code: string) => code };
const changes = (more: Partial<RuleInFullFragment>, from: Partial<RuleInFullFragment> = {}) =>
  factChanges({ ...rule, ...from }, { ...rule, ...from, ...more }, titles).changed;

const principal = { agency: 'education', roles: ['principal'], kinds: ['worker'] };
const wider: readonly (readonly [string, Partial<RuleInFullFragment>])[] = [
  ['To whom', { recipients: [...(rule.recipients ?? []), principal] }],
  ['What for', { purposes: ['education-support', 'placement'] }],
  ['Kinds of data', { categories: ['clinic.plan', 'clinic.notes'] }],
  ['How much', { level: 'FULL' }],
  ['On what it rests', { basis: 'UNLESS_REFUSED' }],
  ['On what it rests', { basis: 'ON_APPROVAL' }],
  ['Must they work with the child?', { involvement: 'AGENCY' }],
  ['In which kind of work', { involvementKinds: ['enrolment', 'treatment'] }],
  ['In an emergency', { inEmergency: true }],
  ['“Not even in an emergency” holds if said by', { lockableBy: [] }],
  ['What they must heed', { obligations: [] }],
];

it.each(wider)('says of what lets more be seen what is newly or no longer so: %s', (title, more) => {
  const [change, ...others] = changes(more);
  expect(others).toEqual([]);
  expect(change).toMatchObject({ title, opens: true });
  expect([...(change?.newly ?? []), ...(change?.noLonger ?? [])].length).toBeGreaterThan(0);
  // An approval is neither more nor less than the family's say: back may open too.
  if (more.basis === 'ON_APPROVAL') return;
  expect(factChanges({ ...rule, ...more }, rule, titles).changed).toMatchObject([{ title, opens: false }]);
});

it('conditions are said in full; one less lets more be seen, one more less', () => {
  const when = { ...rule.when, ageFrom: 12, notFor: ['ALLEGED'], whileOpen: ['investigation'], consentBy: ['child'] };
  const asked = { when, unlessHarm: true, lockBinds: true };
  expect(changes(asked)).toMatchObject([{ title: 'Only where', opens: false, noLonger: [] }]);
  expect(changes(asked)[0]?.newly).toHaveLength(6);
  expect(changes({ when: { ...when, ageFrom: 10 } }, asked)).toEqual([
    {
      title: 'Only where',
      newly: ['The child is 10 or older'],
      noLonger: ['The child is 12 or older'],
      opens: true,
    },
  ]);
});

it('of a rule of what is never disclosed the other way opens', () => {
  const never = { basis: 'NEVER' };
  expect(changes({ categories: [] }, never)).toMatchObject([{ title: 'Kinds of data', opens: true }]);
  expect(changes({ purposes: ['education-support', 'placement'] }, never)).toMatchObject([{ opens: false }]);
  expect(changes({ level: 'FULL' }, never)).toMatchObject([{ opens: true }]);
  expect(changes({ unlessHarm: true }, never)).toMatchObject([{ opens: true }]);
  expect(changes({ involvement: 'NONE' }, never)).toMatchObject([{ opens: false }]);
  const becomes = changes({ basis: 'WITH_CONSENT', categories: ['clinic.notes'] }, never);
  expect(becomes.filter(({ opens }) => opens).map(({ title }) => title)).toEqual(
    expect.arrayContaining(['On what it rests', 'Kinds of data']),
  );
  expect(changes({ ...never, categories: ['clinic.notes'] }).some(({ opens }) => opens)).toBe(false);
});

it('what lets more be seen comes first; a law or a wording opens nothing', () => {
  const found = changes({ citation: 'Another law', sentence: 'Another.', categories: ['clinic.notes'] });
  expect(found.map(({ title, opens }) => [title, opens])).toEqual([
    ['Kinds of data', true],
    ['The law', false],
    ['Its author’s sentence', false],
  ]);
  expect(found[0]).toMatchObject({ newly: ['clinic.notes'], noLonger: ['clinic.plan'] });
});
