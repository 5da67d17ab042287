import { expect, it } from '@jest/globals';
import { flowsOf, neverGiven } from '../../apps/console/network/flows.ts';
import { whatItChanges } from '../../apps/console/consent/what-it-changes.ts';

const rule = (basis: string, more: object = {}) => ({
  sentence: `A rule: ${basis}.`,
  recipients: [{ agency: 'education', roles: ['teacher'] }],
  purposes: ['education-support'],
  categories: ['clinic.plan'],
  basis,
  conditions: [],
  ...more,
});
const draft = {
  decision: 'PERMIT' as const,
  agency: 'education',
  role: '',
  categories: ['clinic.plan'],
  purposes: ['education-support'],
};
const changes = (rules: readonly ReturnType<typeof rule>[], more: object = {}) =>
  whatItChanges({ ...draft, ...more }, rules).map(({ change }) => change);

it.each([
  ['NEVER', 'NEVER', 'NEVER'],
  ['BY_LAW', 'LAW', 'LAW'],
  ['ON_APPROVAL', 'NOTHING', 'NOTHING'],
  ['UNLESS_REFUSED', 'ALREADY', 'STOPS'],
  ['WITH_CONSENT', 'OPENS', 'STOPS'],
])('of a kind that is told %s a yes says %s, a no %s', (basis, yes, no) => {
  expect(changes([rule(basis)])).toEqual([yes]);
  expect(changes([rule(basis)], { decision: 'REFUSE' })).toEqual([no]);
});

it('the earlier line counts where several rules speak, and a NEVER for some alone hides nothing', () => {
  expect(changes([rule('WITH_CONSENT'), rule('BY_LAW')])).toEqual(['LAW']);
  expect(changes([rule('WITH_CONSENT'), rule('NEVER', { recipients: null, purposes: null })])).toEqual(['NEVER']);
  expect(changes([rule('WITH_CONSENT'), rule('NEVER', { conditions: ['NOT_FOR'] })])).toEqual(['OPENS']);
});

it('a rule for others, another purpose or another kind says nothing here; each kind and purpose is answered', () => {
  for (const more of [
    { agency: 'police' },
    { role: 'principal' },
    { purposes: ['placement'] },
    { categories: ['a.b'] },
  ])
    expect(changes([rule('WITH_CONSENT')], more)).toEqual(['NOTHING']);
  const two = { categories: ['clinic.plan', 'a.b'], purposes: ['education-support', 'placement'] };
  expect(changes([rule('WITH_CONSENT')], two)).toEqual(['OPENS', 'NOTHING', 'NOTHING', 'NOTHING']);
});

it('flows count each kind once for each agency; a kind that is only ever refused flows to nobody', () => {
  const rules = [rule('BY_LAW'), rule('WITH_CONSENT'), rule('NEVER', { categories: ['clinic.notes'] })];
  expect([...(flowsOf(rules).get('clinic') ?? [])]).toEqual([['education', 1]]);
  expect(neverGiven(rules, [{ code: 'clinic.plan' }, { code: 'clinic.notes' }])).toEqual(['clinic.notes']);
});
