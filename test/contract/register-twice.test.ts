import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import type { Register } from '@trellis/register';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';

const actor = actorFor('privacy-administration');
const [society, colleague] = [1, 2].map((at) => actor('child-protection', 'privacy-officer', `s-${at}`, 'officer'));
const [network, second] = [1, 2].map((at) => actor('network', 'privacy-officer', `n-${at}`, 'officer'));
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const system = actor('police', 'system', 'station', 'system');
const mother = actor('family', 'parent', 'mother', 'family');
const [child, sibling] = ['a'.repeat(26), 'b'.repeat(26)];
const about = { child, recipients: [{ agency: 'police' }], categories: ['child-protection.risk'] };
const order = { ...about, from: '2026-01-01T00:00:00Z', court: 'c', reference: 'r', children: [sibling] };
const consent = { ...about, by: 'm', purposes: ['law-enforcement-investigation'], evidence: 'x' };

describe('what is asked for twice', () => {
  let opened: TestRegister;
  let database: Database;
  let register: Register;
  beforeAll(async () => {
    opened = await openTestRegister(undefined, {
      children: [child, sibling].map((each) => ({
        ...{ child: each!, birthDate: '2016-01-01', disputed: false, names: [each!] },
      })),
      authorities: [
        {
          ...{ child: child!, id: 'm', holder: 'mother', kind: 'custodial-parent', domains: null, jointWith: [] },
          ...{ from: '2016-01-01', to: null, suspended: false },
        },
      ],
      involvements: [child, sibling].map((each) => ({
        ...{ child: each!, id: `s-${each!}`, agency: 'child-protection', kind: 'ongoing-service', evidence: 'file' },
        ...{ assigned: ['cw'], from: 0, to: null },
      })),
    });
    ({ database, register } = opened);
  });
  afterAll(() => opened.close());

  const acts: Readonly<Record<string, () => Promise<{ readonly id: string }>>> = {
    'a proposed authority': () =>
      register.recordAuthority(caseworker, { child, holder: 'uncle', kind: 'relative', from: '2026-01-01' }),
    'a proposed consent': () => register.recordConsent(caseworker, { ...consent, decision: 'PERMIT' }),
    'an order that permits': () => register.recordOrder(society!, { ...order, decision: 'PERMIT' }),
    'an order that restricts': () => register.recordOrder(society!, { ...order, decision: 'REFUSE' }),
    'a protocol': () =>
      register.grantStandingApproval(society!, {
        ...{ recipient: { agency: 'police' }, purposes: ['law-enforcement-investigation'] },
        ...{ categories: ['child-protection.risk'], involvement: 'police-investigation', authority: 'a' },
        from: '2026-01-01T00:00:00Z',
        reviewOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      }),
    'a merge': () => register.mergeChildren(network!, { child, other: 'c'.repeat(26), reason: 'same' }),
    'an erasure': () => register.requestErasure(network!, { child: sibling, reason: 'asked' }),
    'a hold': () => register.placeLegalHold(society!, { child, reference: 'r', reason: 'inquiry' }),
    'a correction': () => register.requestCorrection(mother, { child, agency: 'child-protection', text: 'not so' }),
    'an involvement': () =>
      register.openInvolvement(system, { child, kind: 'police-investigation', evidence: 'case', assigned: ['po'] }),
    'a relation': () => register.recordRelation(society!, { child, user: 'x', relation: 'ALLEGED', evidence: 'file' }),
    'a refusal for harm': () =>
      register.recordHarmRefusal(society!, {
        ...{ child, recipient: { agency: 'family' }, categories: ['child-protection.risk'], reason: 'harm' },
      }),
    'a rule set': async () => {
      const { yaml } = (await register.ruleSet(1))!;
      return register.draftRules(network!, { base: 1, yaml: `${yaml}\n# again\n` });
    },
    'a revert': () => register.revertRules(network!, 1),
  };
  const events = async (): Promise<number> => {
    const { rows } = await database.query<{ count: number }>('select count(*)::int as count from register.event');
    return rows[0]!.count;
  };

  it.each(Object.keys(acts))('%s is one, and is written once', async (name) => {
    const first = await acts[name]!();
    const before = await events();
    expect([(await acts[name]!()).id, await events()]).toEqual([first.id, before]);
  });

  it('by another person, or with another word, is another', async () => {
    const first = await acts['a relation']!();
    const input = { child, user: 'x', relation: 'ALLEGED', evidence: 'file' };
    expect((await register.recordRelation(colleague!, input)).id).not.toBe(first.id);
    expect((await register.recordRelation(society!, { ...input, user: 'y' })).id).not.toBe(first.id);
  });

  it('by somebody of another agency with the same name, or from another day, is another', async () => {
    const proposed = { child, holder: 'aunt', kind: 'relative', from: '2026-01-01' };
    const { id } = await register.recordAuthority(society!, proposed);
    expect((await register.recordAuthority({ ...society!, agency: 'network' }, proposed)).id).not.toBe(id);
    const restricts = { ...order, decision: 'REFUSE', reference: 'r-2' };
    const first = await register.recordOrder(society!, restricts);
    const later = await register.recordOrder(society!, { ...restricts, from: '2026-02-01T00:00:00Z' });
    expect(later.id).not.toBe(first.id);
  });

  it('once it was confirmed, ended or dropped, is another', async () => {
    const order = await acts['an order that permits']!();
    await register.confirmOrder(second!, order.id);
    expect((await acts['an order that permits']!()).id).not.toBe(order.id);
    const proposed = await acts['a proposed authority']!();
    await register.dropProposal(caseworker, proposed.id, 'a mistake');
    expect((await acts['a proposed authority']!()).id).not.toBe(proposed.id);
    const open = await acts['an involvement']!();
    await register.closeInvolvement(system, open.id);
    expect((await acts['an involvement']!()).id).not.toBe(open.id);
  });

  it('as a holder decides it, is said twice: each is withdrawn by itself', async () => {
    const given = () => register.recordConsent(mother, { ...consent, decision: 'PERMIT' });
    expect((await given()).id).not.toBe((await given()).id);
  });
});
