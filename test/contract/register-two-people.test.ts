import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const actor = actorFor('care-coordination');
const [mother, father] = ['mother', 'father'].map((user) => actor('family', 'parent', user, 'family'));
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const society = actor('child-protection', 'privacy-officer', 'cp-1', 'officer');
const school = actor('education', 'privacy-officer', 'ed-1', 'officer');
const [one, two] = ['net-1', 'net-2'].map((user) => actor('network', 'privacy-officer', user, 'officer'));

describe('what opens takes two people', () => {
  let opened: TestRegister;
  let database: Database;
  let register: Register;
  let child = '';
  let drawn = 0;
  beforeAll(async () => {
    opened = await openTestRegister();
    ({ database, register } = opened);
  });
  beforeEach(async () => {
    child = 'abcdefghijklmnop'.charAt(drawn++).repeat(26);
    await opened.seed({
      children: [{ child, birthDate: '2016-01-01', disputed: false, names: [`Adèle D'Arc-${String(drawn)}`] }],
      authorities: [
        authorityOver(child, { id: `m-${child}`, holder: 'mother', jointWith: [`f-${child}`] }),
        authorityOver(child, { id: `f-${child}`, holder: 'father', jointWith: [`m-${child}`] }),
        authorityOver(child, { id: `k-${child}`, holder: 'kim', kind: 'child' }),
      ],
      involvements: [
        involvementWith(child, {
          id: `s-${child}`,
          agency: 'child-protection',
          kind: 'ongoing-service',
          assigned: ['cw'],
        }),
        involvementWith(child, { id: `e-${child}`, agency: 'education', kind: 'enrolment', assigned: ['te'] }),
      ],
    });
  });
  afterAll(() => opened.close());

  const permit = (by: string) => ({
    child,
    decision: 'PERMIT',
    by: `${by}-${child}`,
    recipients: [{ agency: 'child-protection' }],
    purposes: ['ongoing-protection-service'],
    categories: ['education.attendance'],
    evidence: 'x',
  });

  it('a permit that somebody else recorded: its holder, or whoever gains nothing', async () => {
    const invented = await register.recordConsent(caseworker, permit('m'));
    expect(invented.state).toBe('PROPOSED');
    for (const who of [caseworker, society, mother!])
      expect(await codeOf(register.attestConsent(who, invented.id, 'x'))).toBe('FORBIDDEN');
    expect((await register.attestConsent(school, invented.id, 'form 7')).state).toBe('ACTIVE');
    const told = await register.noticesFor({ agency: 'education' });
    expect(told.filter(({ record }) => record === invented.id).map(({ kind }) => kind)).toContain('CONSENT_RECORDED');
    const shared = await register.confirmConsent(father!, invented.id);
    expect(shared).toMatchObject({ body: { by: `f-${child}`, state: 'ACTIVE' }, detail: { confirms: invented.id } });
    expect((await register.confirmConsent(father!, invented.id)).id).toBe(shared.id);
  });

  it('a refusal that somebody else recorded: it restricts at once, and is the holder’s own once she confirms it', async () => {
    const { recipients, purposes, categories } = permit('m');
    const refusal = { child, decision: 'REFUSE', by: `m-${child}`, recipients, purposes, categories };
    const { id, state } = await register.recordConsent(caseworker, refusal);
    const known = async () => (await register.read([child])).facts.get(child)?.consents.find((each) => each.id === id);
    expect([state, (await known())?.unconfirmed]).toEqual(['ACTIVE', true]);
    for (const who of [caseworker, society, father!])
      expect(await codeOf(register.confirmConsent(who, id))).toBe('FORBIDDEN');
    await register.confirmConsent(mother!, id);
    expect((await known())?.unconfirmed).toBeUndefined();
    const own = await register.recordConsent(mother!, refusal);
    expect(own.body.unconfirmed).toBeUndefined();
  });

  it('refusals recorded so before are marked when the register is migrated, and what stands on them moves', async () => {
    const { recipients, purposes, categories } = permit('m');
    const refusal = { child, decision: 'REFUSE', by: `m-${child}`, recipients, purposes, categories };
    const [recorded, own] = [
      await register.recordConsent(caseworker, refusal),
      await register.recordConsent(mother!, refusal),
    ];
    await database.query("update register.record set body = body - 'unconfirmed' where about = $1", [child]);
    const known = async () => (await openRegister(database, { vocabulary }).read([child])).facts.get(child);
    const before = await known();
    const migration = new URL('../../register/migrations/022-unconfirmed-refusals.sql', import.meta.url);
    for (let time = 0; time < 2; time++) await database.query(readFileSync(migration, 'utf8'));
    const after = await known();
    expect([before?.version, after?.version]).toEqual([after!.version - 1, before!.version + 1]);
    expect(after?.consents.map(({ id, unconfirmed }) => [id, unconfirmed])).toEqual(
      expect.arrayContaining([
        [recorded.id, true],
        [own.id, undefined],
      ]),
    );
  });

  it('an authority: somebody of another agency, and it is joint with those that stand', async () => {
    const input = { child, holder: 'uncle-x', kind: 'custodial-parent', from: '2026-01-01' };
    const { id, body } = await register.recordAuthority(school, input);
    expect(new Set(body.jointWith)).toEqual(new Set([`m-${child}`, `f-${child}`]));
    const counted = async () => (await register.read([child])).facts.get(child)?.authorities.map((each) => each.id);
    expect(await counted()).not.toContain(id);
    expect(await codeOf(register.confirmAuthority(school, id))).toBe('FORBIDDEN');
    await register.confirmAuthority(society, id);
    expect(await counted()).toContain(id);
  });

  it('a suspension: two of the agency that made it, or of the network; never of the child’s own authority', async () => {
    await register.suspendAuthority(society, `f-${child}`, 'alleged');
    expect(await codeOf(register.restoreAuthority(school, `f-${child}`, 'x'))).toBe('FORBIDDEN');
    await register.restoreAuthority(one!, `f-${child}`, 'x');
    expect(await codeOf(register.confirmAuthority(one!, `f-${child}`))).toBe('FORBIDDEN');
    expect(await codeOf(register.confirmAuthority(school, `f-${child}`))).toBe('FORBIDDEN');
    expect((await register.confirmAuthority(two!, `f-${child}`)).body.suspended).toBe(false);
    expect(await codeOf(register.suspendAuthority(society, `k-${child}`, 'x'))).toBe('CONFLICT');
  });

  it('the end of a child’s own authority, with which go its refusals and locks: a court’s to order', async () => {
    const own = `k-${child}`;
    for (const who of [society, one!])
      expect(await codeOf(register.endAuthority(who, own, '2026-11-01', 'x'))).toBe('CONFLICT');
    const input = { child, decision: 'REFUSE', recipients: [{ agency: 'police' }], categories: ['education'] };
    const { id } = await register.recordOrder(one!, {
      ...input,
      from: '2020-01-01T00:00:00Z',
      court: 'c',
      reference: 'r',
    });
    expect(await codeOf(register.endAuthority(one!, own, '2026-11-01', 'x', { order: id }))).toBe('CONFLICT');
    await register.confirmOrder(two!, id);
    await register.endAuthority(one!, own, '2026-11-01', 'ordered', { order: id });
    expect((await register.confirmAuthority(two!, own)).body.to).toBe('2026-11-01');
  });

  it('whom a record names answers for it to nobody', async () => {
    const named = (holder: string) =>
      register.recordAuthority(school, { child, holder, kind: 'custodial-parent', from: '2026-01-01' });
    for (const who of [caseworker, society, one!]) {
      const { id } = await named(who.user);
      expect([who.user, await codeOf(register.confirmAuthority(who, id))]).toEqual([who.user, 'FORBIDDEN']);
      await register.confirmAuthority(two!, id);
    }
    const order = (decision: string) =>
      register.recordOrder(one!, {
        ...{ child, decision, recipients: [{ agency: 'family', user: two!.user }], categories: ['education'] },
        ...{ from: '2020-01-01T00:00:00Z', court: 'c', reference: 'r' },
      });
    const [permits, forbids] = [await order('PERMIT'), await order('REFUSE')];
    expect(await codeOf(register.confirmOrder(two!, permits.id))).toBe('FORBIDDEN');
    expect(await codeOf(register.endOrder(two!, forbids.id, 'x'))).toBe('FORBIDDEN');
    const { id } = await register.recordConsent(caseworker, {
      ...permit('m'),
      recipients: [{ agency: 'police', user: two!.user }],
    });
    expect(await codeOf(register.attestConsent(two!, id, 'x'))).toBe('FORBIDDEN');
    const known = (await register.read([child])).facts.get(child);
    const suspended = known?.authorities.find(({ holder }) => holder === one!.user)?.id ?? '';
    await register.suspendAuthority(two!, suspended, 'alleged');
    expect(await codeOf(register.restoreAuthority(one!, suspended, 'x'))).toBe('FORBIDDEN');
    const harm = await register.recordHarmRefusal(school, {
      ...{ child, recipient: { agency: 'family', user: one!.user }, categories: ['education'], reason: 'x' },
    });
    expect(await codeOf(register.endHarmRefusal(one!, harm.id, 'x'))).toBe('FORBIDDEN');
  });

  it('one order may name siblings, and restricts from when it is recorded', async () => {
    const sibling = 'z'.repeat(26);
    const { id } = await register.recordOrder(one!, {
      child,
      children: [sibling],
      decision: 'REFUSE',
      recipients: [{ agency: 'family', role: 'parent', user: 'grandmother' }],
      categories: ['education'],
      from: '2026-01-01T00:00:00Z',
      court: 'c',
      reference: 'r',
    });
    const orders = async (each: string) => (await register.read([each])).facts.get(each)?.orders ?? [];
    expect(await orders(sibling)).toMatchObject([{ decision: 'REFUSE', confirmed: true }]);
    await register.confirmOrder(two!, id);
    expect((await register.recordsOf([child, sibling], ['order'])).map(({ state }) => state)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
    ]);
  });

  it('asked twice is asked once, and moves nothing that a decision stands on', async () => {
    const constable = actor('police', 'officer', 'po', 'worker');
    const input = {
      child,
      custodian: 'child-protection',
      categories: ['child-protection.risk'],
      purpose: 'law-enforcement-investigation',
      rationale: 'x',
    };
    const version = async () => (await register.read([child])).facts.get(child)?.version;
    const before = await version();
    const [first, again] = [
      await register.requestDisclosure(constable, input, [input.purpose]),
      await register.requestDisclosure(constable, input, [input.purpose]),
    ];
    expect([again.id, await version()]).toEqual([first.id, before]);
    const never = { ...input, categories: ['child-protection.reporter'] };
    expect(await codeOf(register.requestDisclosure(constable, never, [input.purpose]))).toBe('BAD_REQUEST');
  });

  it('an emergency is opened by name as it is typed, once until it is reviewed', async () => {
    const find = { name: `d\u2019arc ${String(drawn)}, ADE\u0300LE`, birthDate: '2016-01-02', reason: 'alone' };
    expect(await codeOf(register.openEmergencyAccessByName(caseworker, { ...find, birthDate: '2016-02-02' }))).toBe(
      'BAD_REQUEST',
    );
    const { id, about } = await register.openEmergencyAccessByName(caseworker, find);
    expect(about).toBe(child);
    expect(await codeOf(register.openEmergencyAccess(caseworker, child, 'again'))).toBe('CONFLICT');
    expect(await codeOf(register.allowEmergencyAccess(caseworker, id, 'x'))).toBe('FORBIDDEN');
    await register.allowEmergencyAccess(society, id, 'still alone');
    expect((await register.openEmergencyAccess(caseworker, child, 'again')).state).toBe('UNREVIEWED');
  });

  it('an emergency by a common name opens the child of that very day, among however many of that name', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz234567';
    const id = (at: number): string => `${'z'.repeat(24)}${letters.charAt(at >> 5)}${letters.charAt(at & 31)}`;
    const children = Array.from({ length: 80 }, (_, at) => ({
      child: id(at),
      birthDate: at % 9 === 0 ? null : `${String(1990 + (at % 30))}-0${String(1 + (at % 9))}-15`,
      disputed: false,
      names: ['Emma Smith'],
    }));
    const wanted = { child: id(80), birthDate: '2019-09-30', disputed: false, names: ['Emma Smith'] };
    await opened.seed({ children: [...children, wanted] });
    const find = { name: 'smith emma', birthDate: wanted.birthDate, reason: 'alone' };
    expect((await register.openEmergencyAccessByName(caseworker, find)).about).toBe(wanted.child);
    // Of no known day there are too many.
    expect(await codeOf(register.openEmergencyAccessByName(caseworker, { ...find, birthDate: '2018-09-30' }))).toBe(
      'BAD_REQUEST',
    );
  });

  it('what tells of harm reaches the society’s intake', async () => {
    const { id } = await register.recordStatement(mother!, { child, text: 'he hits her', tellsOfHarm: true });
    const told = await register.noticesFor({ agency: 'child-protection', user: 'iw', role: 'intake-worker' });
    expect(told).toMatchObject([{ kind: 'HARM_REPORTED', record: id }]);
  });
});
