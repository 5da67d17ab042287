import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { codeOf } from './code-of.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';

const actor = actorFor('privacy-administration');
const officers = (agency: string, role = 'privacy-officer'): readonly [Actor, Actor] => [
  actor(agency, role, `${role}-${agency}-1`, 'officer'),
  actor(agency, role, `${role}-${agency}-2`, 'officer'),
];
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const constable = actor('police', 'officer', 'po', 'worker');
const mother = actor('family', 'parent', 'mother', 'family');
/** Who decides beside her, and for whom nothing was recorded. */
const father = actor('family', 'parent', 'father', 'family');
const [society, network, school] = [officers('child-protection'), officers('network'), officers('education')];
/** Of the same name as who proposes, and of another agency. */
const namesakes = [
  actor('police', 'officer', 'cw', 'worker'),
  actor('education', 'privacy-officer', network[0].user, 'officer'),
] as const;
const everybody: readonly Actor[] = [
  ...society,
  ...network,
  ...['education', 'mental-health', 'police'].map((agency) => officers(agency)[0]),
  officers('network', 'auditor')[0],
  officers('education', 'approver')[0],
  caseworker,
  constable,
  mother,
  father,
  ...namesakes,
];
const [child, sibling] = ['a'.repeat(26), 'b'.repeat(26)] as const;
const about = { recipients: [{ agency: 'police' }], categories: ['child-protection.risk'] };
const order = { ...about, child, from: '2026-01-01T00:00:00Z', court: 'c', reference: 'r' };

const isSame = (one: Actor, other: Actor): boolean => one.user === other.user && one.agency === other.agency;

describe('what was proposed', () => {
  let opened: TestRegister;
  let register: Register;
  let database: Database;

  let now = Date.now();

  // Nobody is out of acts for the ten minutes.
  beforeEach(() => {
    now += 3_600_000;
  });
  beforeAll(async () => {
    const involvement = { evidence: 'file', from: 0, to: null };
    const authority = { child, domains: null, from: '2016-01-01', to: null, suspended: false };
    opened = await openTestRegister(
      undefined,
      {
        children: [child, sibling].map((each) => ({
          child: each,
          birthDate: '2016-01-01',
          disputed: false,
          names: [each],
        })),
        authorities: [
          { ...authority, id: 'm', holder: 'mother', kind: 'custodial-parent', jointWith: [] },
          { ...authority, id: 'f', holder: 'father', kind: 'custodial-parent', jointWith: [] },
        ],
        involvements: [child, sibling].flatMap((each) => [
          {
            ...{ ...involvement, child: each, id: `s-${each}`, agency: 'child-protection', kind: 'ongoing-service' },
            assigned: ['cw'],
          },
          { ...involvement, child: each, id: `e-${each}`, agency: 'education', kind: 'enrolment', assigned: ['te'] },
          {
            ...{ ...involvement, child: each, id: `p-${each}`, agency: 'police', kind: 'police-investigation' },
            assigned: ['po'],
          },
        ]),
      },
      { clock: { now: () => now } },
    );
    ({ database, register } = opened);
  });
  afterAll(() => opened.close());

  /** One proposal of each kind, by who makes it. */
  const proposals: Readonly<Record<string, () => Promise<{ readonly id: string }>>> = {
    'an authority': () =>
      register.recordAuthority(caseworker, { child, holder: 'uncle', kind: 'custodial-parent', from: '2026-01-01' }),
    'the end of an authority': () => register.endAuthority(caseworker, 'f', '2030-01-01', 'moved away'),
    'a consent': () =>
      register.recordConsent(caseworker, {
        ...{ ...about, child, decision: 'PERMIT', by: 'm', evidence: 'x' },
        purposes: ['law-enforcement-investigation'],
      }),
    'a permitting order': () => register.recordOrder(society[0], { ...order, decision: 'PERMIT', children: [sibling] }),
    'a protocol': () =>
      register.grantStandingApproval(society[0], {
        recipient: { agency: 'police' },
        purposes: ['law-enforcement-investigation'],
        categories: ['child-protection.risk'],
        involvement: 'police-investigation',
        from: new Date(now).toISOString(),
        reviewOn: new Date(now + 90 * 86_400_000).toISOString().slice(0, 10),
        authority: 'a protocol',
      }),
    'a merge': () => register.mergeChildren(network[0], { child: sibling, other: 'c'.repeat(26), reason: 'same' }),
    'an erasure': () => register.requestErasure(network[0], { child: sibling, reason: 'asked' }),
    'a rule set': async () => {
      const { yaml } = (await register.ruleSet(1))!;
      return register.draftRules(network[0], { base: 1, yaml: `${yaml}\n# again\n` });
    },
    'the end of a relation': async () => {
      const input = { child, user: 'father', relation: 'ALLEGED', evidence: 'file' };
      const { id } = await register.recordRelation(society[0], input);
      return register.endRelation(society[0], id, 'unfounded');
    },
    'the end of a refusal for harm': async () => {
      const { recipients, categories } = about;
      const input = { child, recipient: recipients[0], categories, reason: 'harm' };
      const { id } = await register.recordHarmRefusal(society[0], input);
      return register.endHarmRefusal(society[0], id, 'passed');
    },
    'a request for disclosure': () =>
      register.requestDisclosure(
        constable,
        {
          ...{ child, custodian: 'child-protection', categories: ['child-protection.safety-alert'] },
          ...{ purpose: 'law-enforcement-investigation', rationale: 'r' },
        },
        ['law-enforcement-investigation'],
      ),
  };

  const confirm = (who: Actor, kind: string, id: string): Promise<unknown> => {
    if (kind === 'authority') return register.confirmAuthority(who, id);
    if (kind === 'consent')
      return who.kind === 'family' ? register.confirmConsent(who, id) : register.attestConsent(who, id, 'form 7');
    if (kind === 'order') return register.confirmOrder(who, id);
    if (kind === 'relation') return register.confirmRelation(who, id);
    if (kind === 'harm-refusal') return register.confirmHarmRefusal(who, id);
    if (kind === 'standing-approval') return register.confirmStandingApproval(who, id);
    if (kind === 'linkage') return register.confirmLinkage(who, id);
    if (kind === 'erasure') return register.confirmErasure(who, id, () => Promise.resolve());
    if (kind === 'approval') return register.approveDisclosure(who, id, new Date(now + 60_000), 'r');
    return register.approveRules(who, Number(id.split(':')[1]));
  };
  const kindOf = async (id: string): Promise<string> => {
    const { rows } = await database.query<{ kind: string }>('select kind from register.record where id = $1', [id]);
    return rows[0]!.kind;
  };
  const events = async (): Promise<number> => {
    const { rows } = await database.query<{ count: number }>('select count(*)::int as count from register.event');
    return rows[0]!.count;
  };
  /** What is disclosed to the police of each child, and what it rests on. */
  const standing = async () => {
    const { facts, network: of, rules, now: at } = await register.read([child, sibling]);
    return [child, sibling].map((id) => {
      const each = facts.get(id)!;
      const asked = { requester: constable, purpose: 'law-enforcement-investigation', now: at };
      const { authorities, relations, harmRefusals } = each;
      return [codesOf(vocabulary, decide(rules, of, each, asked).yes.SUMMARY), authorities, relations, harmRefusals];
    });
  };

  const second = [society[1], ...network];
  const involved = [...society, ...school, ...officers('education', 'approver'), ...network, namesakes[1]];
  /** Who proposes each, and who may agree to it. */
  const people: Readonly<Record<string, readonly [Actor, readonly Actor[]]>> = {
    'an authority': [caseworker, network],
    'the end of an authority': [caseworker, network],
    'a consent': [caseworker, [...involved, mother]],
    'a permitting order': [society[0], involved.filter((each) => each !== society[0])],
    'a protocol': [society[0], second],
    'a merge': [network[0], [network[1]]],
    'an erasure': [network[0], [network[1]]],
    'a rule set': [network[0], [network[1]]],
    'the end of a relation': [society[0], second],
    'the end of a refusal for harm': [society[0], second],
    'a request for disclosure': [constable, society],
  };

  it.each(Object.keys(proposals))(
    '%s is taken back by who proposed it, declined by whoever may agree, and dropped by nobody else',
    async (name) => {
      const [proposer, agreeing] = people[name]!;
      for (const who of everybody) {
        now += 3_600_000;
        const { id } = await proposals[name]!();
        const kind = await kindOf(id);
        const before = await standing();
        const dropped = await codeOf(register.dropProposal(who, id, 'not so'));
        const isProposer = isSame(who, proposer);
        const may = isProposer || agreeing.some((each) => isSame(each, who));
        expect([name, who, dropped]).toEqual([name, who, may ? 'allowed' : 'FORBIDDEN']);
        if (!may) await register.dropProposal(proposer, id, 'over');
        // Nobody can agree to it any more, and nothing is decided otherwise.
        for (const each of [proposer, ...agreeing])
          expect([kind, await codeOf(confirm(each, kind, id))]).not.toEqual([kind, 'allowed']);
        expect(await standing()).toEqual(before);
        if (!may) continue;
        const count = await events();
        const again = await register.dropProposal(who, id, 'once more');
        const outcome = isProposer ? 'TAKEN_BACK' : 'DECLINED';
        expect([again.dropped, await events()]).toMatchObject([{ outcome, reason: 'not so', by: who.user }, count]);
      }
    },
  );

  it('is listed to who proposed it until it is dropped, and is told to who proposed it and was asked to agree', async () => {
    const { id } = await proposals['a permitting order']!();
    const own = async () => (await register.confirmations(society[0], 100, { own: true })).map((each) => each.id);
    expect(await own()).toContain(id);
    const { rows } = await database.query<{ id: string }>(
      "select id from register.record where kind = 'order' and state = 'UNCONFIRMED' and about = $1",
      [sibling],
    );
    await register.dropProposal(school[0], id, 'another child is meant');
    expect(await own()).not.toContain(id);
    const told = async (agency: string, user?: string) =>
      (await register.noticesFor({ agency, ...(user === undefined ? {} : { user }) })).filter(
        ({ kind, record }) => kind === 'PROPOSAL_DROPPED' && record === id,
      ).length;
    expect([
      await told('network'),
      await told('child-protection'),
      await told('child-protection', society[0].user),
      await told('mental-health'),
    ]).toEqual([1, 1, 1, 0]);
    // The order's record for each other child is dropped with it.
    expect(rows).toHaveLength(1);
    expect(await codeOf(register.confirmOrder(network[1], rows[0]!.id))).toBe('CONFLICT');
  });

  it('a consent that its holder declines is told to who had recorded it, and to nobody else of the family', async () => {
    const { id } = await proposals['a consent']!();
    await register.dropProposal(mother, id, 'I never said so');
    const told = async (agency: string, user: string) =>
      (await register.noticesFor({ agency, user })).some(
        ({ kind, record }) => kind === 'PROPOSAL_DROPPED' && record === id,
      );
    expect([
      await told('child-protection', 'cw'),
      await told('family', 'mother'),
      await told('family', 'father'),
    ]).toEqual([true, false, false]);
  });

  it('an end that waits stands in the way of a restoration until it is dropped', async () => {
    await register.suspendAuthority(society[0], 'f', 'alleged');
    await proposals['the end of an authority']!();
    expect(await codeOf(register.restoreAuthority(society[0], 'f', 'unfounded'))).toBe('CONFLICT');
    await register.dropProposal(caseworker, 'f', 'a mistake');
    await register.restoreAuthority(society[0], 'f', 'unfounded');
    await register.confirmAuthority(society[1], 'f');
    expect((await register.read([child])).facts.get(child)!.authorities).toContainEqual(
      expect.objectContaining({ id: 'f', suspended: false, to: null }),
    );
  });

  it('an authority that was dropped never comes to be: not suspended, restored or ended', async () => {
    const { id } = await proposals['an authority']!();
    await register.dropProposal(network[1], id, 'a stranger');
    expect(await codeOf(register.suspendAuthority(society[0], id, 'x'))).toBe('CONFLICT');
    expect(await codeOf(register.restoreAuthority(network[0], id, 'x'))).toBe('CONFLICT');
    expect(await codeOf(register.endAuthority(caseworker, id, '2030-01-01', 'x'))).toBe('CONFLICT');
  });

  it('an order that restricts binds on, whoever drops its proposed end or would drop the order', async () => {
    const { id } = await register.recordOrder(society[0], { ...order, decision: 'REFUSE' });
    expect(await codeOf(register.dropProposal(society[0], id, 'x'))).toBe('CONFLICT');
    expect(await codeOf(register.dropProposal(network[1], id, 'x'))).toBe('FORBIDDEN');
    const binding = () => register.read([child]).then(({ facts }) => facts.get(child)!.orders);
    const bound = await binding();
    await register.endOrder(society[1], id, 'set aside');
    await register.dropProposal(society[1], id, 'it stands');
    expect(await binding()).toEqual(bound);
    expect(bound).toContainEqual(expect.objectContaining({ id, confirmed: true, to: null }));
    // It can be asked for again.
    await register.endOrder(society[1], id, 'set aside now');
    expect((await register.dropProposal(network[1], id, 'no')).dropped.outcome).toBe('DECLINED');
  });

  it('a request for disclosure that was taken back stands in the way of none, and its custodian is told', async () => {
    const { id } = await proposals['a request for disclosure']!();
    expect((await proposals['a request for disclosure']!()).id).toBe(id);
    await register.dropProposal(constable, id, 'no longer needed');
    expect((await proposals['a request for disclosure']!()).id).not.toBe(id);
    const told = await register.noticesFor({ agency: 'child-protection' });
    expect(told).toContainEqual(expect.objectContaining({ kind: 'PROPOSAL_DROPPED', record: id }));
  });

  it('what is not there, and what waits for nobody, is not dropped', async () => {
    expect(await codeOf(register.dropProposal(network[0], 'nothing', 'x'))).toBe('FORBIDDEN');
    expect(await codeOf(register.dropProposal(network[0], 'm', 'x'))).toBe('FORBIDDEN');
    expect(await codeOf(register.dropProposal(network[0], `s-${child}`, 'x'))).toBe('FORBIDDEN');
    expect(await codeOf(register.dropProposal(constable, 'nothing', ' '))).toBe('BAD_REQUEST');
  });
});
