import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, compileRules, decide, parseRuleSet } from '@trellis/decision';
import type { Actor, Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { ontarioPack, openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const rules = compileRules(parseRuleSet(ontarioPack, vocabulary), vocabulary);
const actor = actorFor('family-access');
const person = (user: string, role = 'parent') => actor('family', role, user, 'family');
const [mother, father, kim] = [person('mother'), person('father'), person('kim', 'child')];
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const society = actor('child-protection', 'privacy-officer', 'cp-1', 'officer');
const [one, two] = ['net-1', 'net-2'].map((user) => actor('network', 'privacy-officer', user, 'officer'));

describe('hiding where a child is', () => {
  let opened: TestRegister;
  let register: Register;
  let child = '';
  let sibling = '';
  let drawn = 0;
  beforeAll(async () => {
    opened = await openTestRegister();
    ({ register } = opened);
  });
  beforeEach(async () => {
    [child, sibling] = [drawn, drawn + 1].map((at) => 'abcdefghijklmnopqrstuvwx'.charAt(at).repeat(26)) as [
      string,
      string,
    ];
    drawn += 2;
    const both = [child, sibling];
    await opened.seed({
      children: both.map((each) => ({ child: each, birthDate: '2016-01-01', disputed: false, names: ['Kim'] })),
      authorities: both.flatMap((each) => [
        authorityOver(each, { id: `m-${each}`, holder: 'mother' }),
        authorityOver(each, { id: `f-${each}`, holder: 'father' }),
        authorityOver(each, { id: `k-${each}`, holder: 'kim', kind: 'child', domains: ['police'] }),
      ]),
      involvements: [
        involvementWith(child, {
          id: `s-${child}`,
          agency: 'child-protection',
          kind: 'ongoing-service',
          assigned: ['cw'],
        }),
      ],
    });
  });
  afterAll(() => opened.close());

  /** Whether a member reads a category now, as the engine decides on what the register holds. */
  const reads = async (requester: Actor, category: string, about = child): Promise<boolean> => {
    const { facts, network, now } = await register.read([about]);
    const decision = decide(rules, network, facts.get(about)!, { requester, purpose: 'family-access', now });
    return codesOf(vocabulary, decision.yes.SUMMARY).includes(category);
  };
  const hide = (by: Actor, more: object = {}) =>
    register.hideWhereabouts(by, { children: [child], reason: 'He waits at the school', ...more });

  it('binds at once for the siblings too, and takes nothing from whoever asked, from the child, or from those named', async () => {
    const school = ['education.enrolment', 'education.attendance'];
    const where = [...school, 'child-protection.plan', 'child-protection.worker-contact'];
    for (const each of where) expect([each, await reads(father, each)]).toEqual([each, true]);
    const before = await Promise.all(where.map((each) => reads(kim, each)));
    await hide(mother, { children: [child, sibling] });
    for (const about of [child, sibling])
      for (const each of where) {
        expect([each, await reads(father, each, about)]).toEqual([each, false]);
        if (school.includes(each)) expect([each, await reads(mother, each, about)]).toEqual([each, true]);
      }
    expect(await Promise.all(where.map((each) => reads(kim, each)))).toEqual(before);
    // What does not tell where the child is stays as it was.
    expect(await reads(father, 'identity.name')).toBe(true);
  });

  it('is for a family member, an assigned worker and an involved officer, for every child named; asked by whom an investigation names it binds nobody', async () => {
    expect(await codeOf(hide(person('stranger')))).toBe('FORBIDDEN');
    expect(await codeOf(hide(actor('child-protection', 'caseworker', 'another', 'worker')))).toBe('FORBIDDEN');
    expect(await codeOf(hide(actor('education', 'privacy-officer', 'ed-1', 'officer')))).toBe('FORBIDDEN');
    expect(await codeOf(hide(caseworker, { children: [child, sibling] }))).toBe('FORBIDDEN');
    expect(await reads(father, 'education.enrolment')).toBe(true);
    await opened.seed({
      relations: [{ child, id: `r-${child}`, user: 'father', relation: 'ALLEGED', from: 0, to: null }],
    });
    expect(await codeOf(hide(father))).toBe('allowed');
    expect([await reads(father, 'education.enrolment'), await reads(mother, 'education.enrolment')]).toEqual([
      true,
      true,
    ]);
    expect(await codeOf(hide(society, { safe: ['mother'] }))).toBe('allowed');
    expect([await reads(father, 'education.enrolment'), await reads(mother, 'education.enrolment')]).toEqual([
      false,
      true,
    ]);
  });

  it('hides from a family every category that tells where a child is, for all siblings named, and lasts once an officer confirms it', async () => {
    const named = rules.ruleSet.familySafety.flatMap((each) => ('whereabouts' in each ? each.whereabouts : []));
    // Where they live, learn, are placed and are seen, and who works with them.
    for (const each of ['identity.contact', 'education.enrolment', 'child-protection.placement-address'])
      expect(named).toContain(each);
    for (const each of ['child-protection.worker-contact', 'mental-health.encounter']) expect(named).toContain(each);
    const { id, body } = await hide(mother, { children: [child, sibling] });
    for (const about of [child, sibling])
      for (const each of named) expect([about, each, await reads(father, each, about)]).toEqual([about, each, false]);
    // One parent alone, whom no investigation names, hides a child from the other for a week.
    expect(body.to).toBe(body.from + 7 * 24 * 3_600_000);
    expect(await codeOf(register.confirmOrder(mother, id))).toBe('FORBIDDEN');
    await register.confirmOrder(one!, id);
    for (const about of [child, sibling]) {
      const { facts } = await register.read([about]);
      expect(facts.get(about)?.orders.map(({ to, confirmed }) => [to, confirmed])).toEqual([[null, true]]);
    }
  });

  it('asked for twice is one order; a parent who comes later reads nothing either', async () => {
    const { id } = await hide(mother);
    expect((await hide(mother)).id).toBe(id);
    const { id: later } = await register.recordAuthority(one!, {
      child,
      holder: 'uncle',
      kind: 'custodial-parent',
      from: '2020-01-01',
    });
    await register.confirmAuthority(two!, later);
    expect(await reads(person('uncle'), 'identity.name')).toBe(true);
    expect(await reads(person('uncle'), 'education.enrolment')).toBe(false);
  });

  it('ends once two people say so, and is no court order', async () => {
    const { id } = await hide(caseworker, { safe: ['mother'] });
    await register.confirmOrder(one!, id);
    expect(await codeOf(register.suspendAuthority(society, `k-${child}`, 'x', { order: id }))).toBe('CONFLICT');
    expect(await codeOf(register.endOrder(mother, id, 'x'))).toBe('FORBIDDEN');
    await register.endOrder(one!, id, 'The danger is over');
    expect(await reads(father, 'education.enrolment')).toBe(false);
    expect(await codeOf(register.confirmOrder(one!, id))).toBe('FORBIDDEN');
    await register.confirmOrder(two!, id);
    expect(await reads(father, 'education.enrolment')).toBe(true);
  });
});
