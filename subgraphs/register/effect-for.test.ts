import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { compileRules, parseRuleSet, type Authority, type ChildFacts, type Consent } from '@trellis/decision';
import type { Actor, Recorded } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { effectFor } from './effect-for.ts';

const pack = fileURLToPath(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url));
const rules = compileRules(parseRuleSet(readFileSync(pack, 'utf8'), vocabulary), vocabulary);
const now = Date.parse('2026-11-21T12:00:00-05:00');
const child = 'a'.repeat(26);

const authority = (id: string, kind: string, more: Partial<Authority> = {}): Authority => ({
  ...{ id, holder: id, kind, domains: null, jointWith: [], from: '2010-01-01', to: null, suspended: false },
  ...more,
});
const consent = (by: string, more: Partial<Consent> = {}): Consent => ({
  ...{ id: `of-${by}`, decision: 'PERMIT', by, level: 'FULL', recipients: [{ agency: 'family', user: 'father' }] },
  ...{ purposes: ['family-access'], categories: ['identity.contact'], except: [], evidence: null, language: 'en' },
  ...{ from: 0, to: null, recordsFrom: null, recordsTo: null, notEvenInEmergency: false },
  ...{ state: 'ACTIVE', recordedAt: now - 1000 },
  ...more,
});
const plain: ChildFacts = {
  ...{ child, version: 1, birthDate: '2013-03-01', consents: [consent('father')], orders: [], involvements: [] },
  ...{ authorities: [authority('father', 'custodial-parent'), authority('mother', 'custodial-parent')] },
  ...{ approvals: [], emergencies: [], relations: [], harmRefusals: [] },
};
const recorded = (body: Consent): Recorded<'consent'> => ({
  ...{ id: body.id, about: child, kind: 'consent', agency: null, state: body.state, body, detail: {} },
});
const father: Actor = { kind: 'family', agency: 'family', role: 'parent', user: 'father', purpose: 'family-access' };
const officer: Actor = { kind: 'officer', agency: 'network', role: 'privacy-officer', user: 'no', purpose: 'x' };
const effect = (facts: ChildFacts, reader: Actor = father, fact: Consent = consent('father')) =>
  effectFor(
    reader,
    recorded(fact),
    { rules, network: { version: 1, ruleSet: 1, standingApprovals: [] }, now, facts },
    facts.consents.map(recorded),
  );

const period = { from: 0, to: null };
const about = { recipients: [{ agency: 'family' }], categories: ['identity'], ...period };
/** What somebody else did, or had recorded, of the same child. */
const secrets: readonly (readonly [string, Partial<ChildFacts>])[] = [
  ['an open investigation names him', { relations: [{ id: 'r', user: 'father', relation: 'ALLEGED', ...period }] }],
  [
    'a court forbade it',
    {
      orders: [{ ...about, id: 'o', decision: 'REFUSE', purposes: null, court: 'x', reference: 'x', confirmed: true }],
    },
  ],
  [
    'the mother refused it',
    { consents: [...plain.consents, consent('mother', { decision: 'REFUSE', level: 'SUMMARY' })] },
  ],
  [
    'the child was found able to decide and refused it',
    {
      authorities: [...plain.authorities, authority('child', 'child')],
      consents: [...plain.consents, consent('child', { decision: 'REFUSE', level: 'SUMMARY' })],
    },
  ],
  [
    'the child was found able to decide, and decided nothing',
    { authorities: [...plain.authorities, authority('child', 'child')] },
  ],
];

it.each(secrets)('the effect of a father’s consent does not tell him that %s', (_, secret) => {
  const world = { ...plain, ...secret };
  expect(effect(plain).state).toBe('IN_FORCE');
  expect(effect(world)).toEqual(effect(plain));
});

it.each(secrets.slice(0, 4))('the network’s officers read that it has none, where %s', (_, secret) => {
  expect(effect({ ...plain, ...secret }, officer).state).not.toBe('IN_FORCE');
});

it('a child reads the effect of its own decision from its own standing', () => {
  const self: Actor = { ...father, role: 'child', user: 'child' };
  const own = consent('child', { categories: ['police.incident'] });
  const facts = { ...plain, authorities: [...plain.authorities, authority('child', 'child')], consents: [own] };
  const of = (reader: Actor) =>
    effectFor(
      reader,
      recorded(own),
      { rules, network: { version: 1, ruleSet: 1, standingApprovals: [] }, now, facts },
      [recorded(own)],
    ).state;
  expect(of(self)).toBe('IN_FORCE');
});

it('parents who decide together read whether it waits for the other', () => {
  const joint = {
    ...plain,
    authorities: [
      authority('father', 'custodial-parent', { jointWith: ['mother'] }),
      authority('mother', 'custodial-parent'),
    ],
  };
  expect(effect(joint)).toMatchObject({ state: 'WAITING', waitsFor: ['PARTNER'] });
  expect(effect({ ...joint, consents: [...plain.consents, consent('mother')] }).state).toBe('IN_FORCE');
});

it('a father does not read from what he decided for a child of thirteen that the child was found able to decide it', () => {
  const toSchool = consent('father', {
    ...{ recipients: [{ agency: 'education' }], purposes: ['education-support'] },
    categories: ['mental-health.safety-plan'],
  });
  const facts = { ...plain, consents: [toSchool] };
  const found = {
    ...facts,
    authorities: [
      ...plain.authorities,
      authority('child', 'child', { domains: ['mental-health'], from: '2026-06-01' }),
    ],
  };
  expect(effect(facts, father, toSchool).state).toBe('IN_FORCE');
  expect(effect(found, father, toSchool)).toEqual(effect(facts, father, toSchool));
  expect(effect(found, officer, toSchool)).toMatchObject({
    state: 'NO_EFFECT',
    reasons: expect.arrayContaining(['AGE']),
  });
});
