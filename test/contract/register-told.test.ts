import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { openLoaders } from '../../subgraphs/register/loaders.ts';
import { childResolvers } from '../../subgraphs/register/resolvers/child.ts';
import { queryResolvers } from '../../subgraphs/register/resolvers/query.ts';
import { lookUpResolvers } from '../../subgraphs/register/resolvers/look-ups.ts';
import { unconfirmedResolvers } from '../../subgraphs/register/resolvers/unconfirmed.ts';
import { actorFor } from './actor-for.ts';
import { ontarioPack, openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const actor = actorFor('privacy-administration');
const mother = actor('family', 'parent', 'mother', 'family');
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const clinician = actor('mental-health', 'clinician', 'dr', 'worker');
const society = actor('child-protection', 'privacy-officer', 'cp-1', 'officer');
const school = actor('education', 'privacy-officer', 'ed-1', 'officer');
const [one, two] = ['net-1', 'net-2'].map((user) => actor('network', 'privacy-officer', user, 'officer'));

describe('those whom an act touches', () => {
  let opened: TestRegister;
  let database: Database;
  let register: Register;
  let child = '';
  let drawn = 0;
  beforeAll(async () => {
    opened = await openTestRegister();
    ({ database, register } = opened);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    child = 'abcdefghijklmnop'.charAt(drawn++).repeat(26);
    await opened.seed({
      children: [{ child, birthDate: '2016-01-01', disputed: false }],
      authorities: [
        authorityOver(child, { id: `m-${child}`, holder: 'mother' }),
        authorityOver(child, { id: `g-${child}`, holder: 'gran' }),
      ],
      involvements: [
        involvementWith(child, {
          id: `s-${child}`,
          agency: 'child-protection',
          kind: 'ongoing-service',
          assigned: ['cw'],
        }),
        involvementWith(child, { id: `e-${child}`, agency: 'education', kind: 'enrolment', assigned: ['te'] }),
        involvementWith(child, { id: `h-${child}`, agency: 'mental-health', kind: 'treatment', assigned: ['dr'] }),
      ],
    });
  });

  const told = async (agency: string, record: string): Promise<readonly string[]> =>
    (await register.noticesFor({ agency })).filter((each) => each.record === record).map((each) => each.kind);

  it('of an erasure: what stands against it is said before the second person confirms', async () => {
    await register.openEmergencyAccess(clinician, child, 'x');
    const { detail } = await register.requestErasure(one!, { child, reason: 'asked' });
    expect(detail['against']).toEqual([
      'OPEN_INVOLVEMENT child-protection ongoing-service',
      'OPEN_INVOLVEMENT education enrolment',
      'OPEN_INVOLVEMENT mental-health treatment',
      'UNREVIEWED_EMERGENCY mental-health',
    ]);
    const other = 'z'.repeat(26);
    await opened.seed({ children: [{ child: other, birthDate: '2010-01-01', disputed: false }] });
    const merge = await register.mergeChildren(one!, { child, other, reason: 'same name' });
    expect(merge.detail['against']).toEqual(['BIRTH_DATES_DIFFER']);
  });

  it('of a merger: that two of one birth date and mother have different names, as twins do, or that a birth date is not known', async () => {
    const [twin, again, unknown] = ['t', 'v', 'w'].map((letter) => letter.repeat(26)) as [string, string, string];
    const identity = actor('identity', 'system', 'identity', 'system');
    await opened.seed({
      authorities: [twin, again].map((about) => authorityOver(about, { id: `m-${about}`, holder: 'mother' })),
    });
    for (const [id, names] of [
      [child, ['Rose Lind']],
      [twin, ['Lily Lind', 'Lil Lind']],
      [again, ['Lind, Rosé', 'Rosie Lind']],
    ] as const)
      await register.registerChild(identity, { child: id, birthDate: '2016-01-01', disputed: false, names });
    const against = async (other: string) =>
      (await register.mergeChildren(one!, { child, other, reason: 'x' })).detail['against'];
    expect(await against(twin)).toEqual(['NAMES_DIFFER']);
    // Written another way it is the same name, and one name in common is enough.
    expect(await against(again)).toEqual([]);
    await opened.seed({ children: [{ child: unknown, birthDate: null, disputed: false }] });
    expect(await against(unknown)).toEqual(['BIRTH_DATE_UNKNOWN']);
  });

  it('of the end of an authority: the others who decide, and the society; it takes two people', async () => {
    const id = `g-${child}`;
    await register.endAuthority(society, id, '2026-01-01', 'moved');
    expect(await codeOf(register.confirmAuthority(society, id))).toBe('FORBIDDEN');
    expect(await codeOf(register.endAuthority(school, id, '2026-01-01', 'x'))).toBe('CONFLICT');
    await register.confirmAuthority(one!, id);
    const facts = (await register.read([child])).facts.get(child);
    expect(facts?.authorities.find((each) => each.id === id)?.to).toBe('2026-01-01');
    const notices = await register.noticesFor({ agency: 'family', user: 'mother' });
    expect(notices.filter(({ record }) => record === id).map(({ kind }) => kind)).toContain('AUTHORITY_CHANGED');
    expect(await told('child-protection', id)).toContain('AUTHORITY_CHANGED');
    expect(await codeOf(register.endAuthority(society, `m-${child}`, '2015-01-01', 'x'))).toBe('BAD_REQUEST');
  });

  it('of whom a child lives with, or its lawyer: the society, and nobody of the family who decides', async () => {
    for (const kind of ['foster-carer', 'childs-counsel']) {
      const { id } = await register.recordAuthority(caseworker, { child, holder: kind, kind, from: '2026-01-01' });
      await register.confirmAuthority(one!, id);
      for (const user of ['mother', 'gran']) {
        const notices = await register.noticesFor({ agency: 'family', user });
        expect(notices.filter(({ record }) => record === id)).toEqual([]);
      }
      expect(await told('child-protection', id)).toContain('AUTHORITY_CHANGED');
    }
    // Nor are they told what becomes of the authority of those who decide.
    await register.suspendAuthority(society, `g-${child}`, 'alleged', {});
    const carers = await register.noticesFor({ agency: 'family', user: 'foster-carer' });
    expect(carers.filter(({ about }) => about === child)).toEqual([]);
  });

  it('of rules that say more of an agency’s records: that agency, before they are live, and no other', async () => {
    const wider = ontarioPack.replace(
      /(id: school-reaches-its-pupil[\s\S]*?categories: \[identity.contact)/,
      '$1, education.attendance',
    );
    expect(wider).not.toBe(ontarioPack);
    const { id, body } = await register.draftRules(one!, { base: 1, yaml: wider });
    expect(await told('education', id)).toEqual([]);
    await register.approveRules(two!, body.number);
    expect(await told('education', id)).toEqual(['RULES_OPEN_RECORDS']);
    expect(await told('police', id)).toEqual([]);
  });

  it('too many acts of one person about one child wait; what protects does not', async () => {
    const consent = await register.recordConsent(mother, {
      child,
      decision: 'PERMIT',
      by: `m-${child}`,
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
      categories: ['mental-health.involvement'],
    });
    for (let made = 1; made < 60; made++) await register.recordStatement(mother, { child, text: 'x' });
    expect(await codeOf(register.recordStatement(mother, { child, text: 'x' }))).toBe('RATE_LIMITED');
    expect(await codeOf(register.withdrawConsent(mother, consent.id))).toBe('allowed');
    expect(await codeOf(register.hideWhereabouts(mother, { children: [child], reason: 'danger' }))).toBe('allowed');
    expect(
      await codeOf(register.recordStatement(actor('family', 'parent', 'gran', 'family'), { child, text: 'x' })),
    ).toBe('allowed');
  });

  it('an officer’s look-up of consents, authorities and disclosures is written down before it is shown', async () => {
    const { ledger } = {
      ledger: { disclosures: () => Promise.resolve({ entries: [], hasNextPage: false, endCursor: null }) },
    };
    const dependencies = { register, ledger, vocabulary, contacts: [] } as never;
    const context = (requester: Actor) =>
      ({ requester, purpose: requester.purpose, loaders: openLoaders(dependencies) }) as never;
    const ofChild = childResolvers(dependencies);
    const readAll = async (requester: Actor) => {
      const asked = context(requester);
      await ofChild.consents({ id: child }, {}, asked);
      await ofChild.authorities({ id: child }, {}, asked);
      await ofChild.consents({ id: child }, {}, asked);
      await ofChild.disclosures({ id: child }, { first: 5 }, asked);
    };
    await readAll(society);
    for (const each of [mother, caseworker]) await readAll(each).catch(() => undefined);
    const police = actor('police', 'privacy-officer', 'po-1', 'officer');
    await expect(readAll(police)).rejects.toThrow('This requester may not do this.');
    const { lookUps } = lookUpResolvers(dependencies);
    const seen = await lookUps(undefined, { child, first: 10 }, context(actor('network', 'auditor', 'aud', 'officer')));
    expect(seen.map(({ user, heading }) => [user, heading]).sort()).toEqual([
      ['cp-1', 'authorities'],
      ['cp-1', 'consents'],
      ['cp-1', 'disclosures'],
    ]);
    const [latest, ...rest] = seen;
    const page = await lookUps(undefined, { child, by: 'cp-1', first: 10, after: latest!.id }, context(one!));
    expect(page).toEqual(rest);
    for (const who of [society, mother, actor('network', 'approver', 'app', 'officer')])
      await expect(lookUps(undefined, { child, first: 10 }, context(who))).rejects.toThrow(
        'This requester may not do this.',
      );
  });

  it('an officer’s search of the ledger by requester is written down, with each child that it showed, before it is shown', async () => {
    const [other] = [`q${child.slice(1)}`];
    const entry = (index: number, about: string) => ({
      index,
      cursor: String(index),
      child: about,
      categories: { FULL: ['education.enrolment'], SUMMARY: [] },
      grounds: [],
      at: 0,
      disclosure: 'd',
      flow: null,
    });
    const entries = [entry(0, child), entry(1, other), entry(2, child)];
    const ledger = { disclosures: () => Promise.resolve({ entries, hasNextPage: false, endCursor: null }) };
    const dependencies = { register, ledger, vocabulary, contacts: [] } as never;
    const context = (requester: Actor) =>
      ({ requester, purpose: requester.purpose, loaders: openLoaders(dependencies) }) as never;
    const { disclosures } = queryResolvers(dependencies);
    await disclosures(undefined, { by: 'te-delorme', first: 5 }, context(society));
    await expect(disclosures(undefined, { by: 'te-delorme', first: 5 }, context(mother))).rejects.toThrow(
      'This requester may not do this.',
    );
    const auditor = context(actor('network', 'auditor', 'aud', 'officer'));
    const found = await lookUpResolvers(dependencies).lookUps(undefined, { by: 'cp-1', first: 3 }, auditor);
    expect(found.map((each) => [each.child?.id ?? null, each.heading, each.of]).sort()).toEqual(
      [
        [null, 'disclosuresBy', 'te-delorme'],
        [child, 'disclosuresBy', 'te-delorme'],
        [other, 'disclosuresBy', 'te-delorme'],
      ].sort(),
    );
    const ofOther = await lookUpResolvers(dependencies).lookUps(undefined, { child: other, first: 3 }, auditor);
    expect(ofOther.map(({ user }) => user)).toEqual(['cp-1']);
  });

  it('what nobody confirmed is listed for the network’s officers alone', async () => {
    const dependencies = { register, ledger: {}, vocabulary, contacts: [] } as never;
    const ask = (requester: Actor) =>
      unconfirmedResolvers(dependencies).unconfirmed(undefined, {}, {
        requester,
        purpose: 'privacy-administration',
        loaders: openLoaders(dependencies),
      } as never);
    await expect(ask(society)).rejects.toThrow('This requester may not do this.');
    await database.query(
      `update register.record set detail = '{"recordedBy": "somebody", "recordedByAgency": "education"}' where id = $1`,
      [`g-${child}`],
    );
    expect((await ask(one!)).map(({ record, recordedBy }) => [record, recordedBy])).toContainEqual([
      `g-${child}`,
      'somebody',
    ]);
  });
});
