import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const actor = actorFor('privacy-administration');
const officers = (agency: string, role = 'privacy-officer'): readonly [Actor, Actor] => [
  actor(agency, role, `${role}-${agency}-1`, 'officer'),
  actor(agency, role, `${role}-${agency}-2`, 'officer'),
];
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const [society, network] = [officers('child-protection'), officers('network')];
const everybody: readonly Actor[] = [
  ...['child-protection', 'education', 'mental-health', 'police', 'network'].flatMap((agency) => officers(agency)),
  ...officers('network', 'auditor'),
  ...officers('education', 'approver'),
];
const child = 'a'.repeat(26);
const other = 'b'.repeat(26);

describe('what waits for a second person', () => {
  let opened: TestRegister;
  let register: Register;
  let database: Database;

  beforeAll(async () => {
    opened = await openTestRegister(undefined, {
      children: [child, other].map((each) => ({
        child: each,
        birthDate: '2016-01-01',
        disputed: false,
        names: [each],
      })),
      authorities: [authorityOver(child, { id: 'm', holder: 'mother' })],
      involvements: [
        involvementWith(child, { id: 's', agency: 'child-protection', kind: 'ongoing-service', assigned: ['cw'] }),
        involvementWith(child, { id: 'e', agency: 'education', kind: 'enrolment', assigned: ['te'] }),
      ],
    });
    ({ database, register } = opened);

    await ask();
  });
  afterAll(() => opened.close());

  /** One of each kind that a second person confirms. */
  async function ask(): Promise<void> {
    const about = { recipients: [{ agency: 'police' }], categories: ['child-protection.risk'] };
    await register.recordAuthority(caseworker, {
      child,
      holder: 'uncle',
      kind: 'custodial-parent',
      from: '2026-01-01',
    });
    await register.recordConsent(caseworker, {
      ...about,
      child,
      decision: 'PERMIT',
      by: 'm',
      purposes: ['law-enforcement-investigation'],
      evidence: 'x',
    });
    await register.recordOrder(society[0], {
      ...about,
      child,
      decision: 'PERMIT',
      from: '2026-01-01T00:00:00Z',
      court: 'c',
      reference: 'r',
    });
    await register.grantStandingApproval(society[0], {
      recipient: { agency: 'police' },
      purposes: ['law-enforcement-investigation'],
      categories: ['child-protection.risk'],
      involvement: 'investigation',
      from: new Date().toISOString(),
      reviewOn: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
      authority: 'a protocol',
    });
    await register.mergeChildren(network[0], { child: other, other: 'c'.repeat(26), reason: 'same' });
    await register.requestErasure(network[0], { child: other, reason: 'asked' });
    const { yaml, body } = (await register.ruleSet(1))!;
    await register.draftRules(network[0], { base: body.number, yaml: `${yaml}\n# again\n` });
  }

  const confirm = (who: Actor, kind: string, id: string): Promise<unknown> => {
    if (kind === 'authority') return register.confirmAuthority(who, id);
    if (kind === 'consent') return register.attestConsent(who, id, 'form 7');
    if (kind === 'order') return register.confirmOrder(who, id);
    if (kind === 'standing-approval') return register.confirmStandingApproval(who, id);
    if (kind === 'linkage') return register.confirmLinkage(who, id);
    if (kind === 'erasure') return register.confirmErasure(who, id, () => Promise.resolve());
    return register.approveRules(who, Number(id.split(':')[1]));
  };
  const refused = (promise: Promise<unknown>): Promise<boolean> =>
    promise.then(
      () => false,
      (error: unknown) => (error as { code?: string }).code === 'FORBIDDEN',
    );

  it('is listed to exactly those who may confirm it, and to nobody once it is confirmed', async () => {
    const { rows } = await database.query<{ id: string; kind: string }>(
      // The erasure last: an erased child cannot be merged.
      `select record as id, min(kind) as kind from register.event where actor->>'kind' in ('worker', 'officer')
       group by record order by min(kind) = 'erasure', 1`,
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(['authority', 'consent', 'order', 'standing-approval', 'linkage', 'erasure', 'rule-set']),
    );
    const listed = new Map<Actor, readonly string[]>();
    for (const who of everybody)
      listed.set(
        who,
        (await register.confirmations(who, 100)).map(({ id }) => id),
      );
    // The oracle is each mutation itself, tried by each officer: those who are shown nothing first, since they change nothing.
    for (const { id, kind } of rows) {
      const may = everybody.filter((who) => listed.get(who)?.includes(id) === true);
      for (const who of everybody.filter((each) => !may.includes(each)))
        expect([kind, who.user, await refused(confirm(who, kind, id))]).toEqual([kind, who.user, true]);
      expect([kind, may.length > 0]).toEqual([kind, true]);
      const [first] = may;
      expect([kind, await refused(confirm(first!, kind, id))]).toEqual([kind, false]);
      for (const who of everybody)
        expect((await register.confirmations(who, 100)).map((each) => each.id)).not.toContain(id);
    }
  });

  it('an authority to be restored waits again, for those who suspended it alone', async () => {
    await register.suspendAuthority(society[0], 'm', 'alleged');
    await register.restoreAuthority(society[0], 'm', 'unfounded');
    const ids = async (who: Actor) => (await register.confirmations(who, 100)).map(({ id }) => id);
    expect(await ids(society[0])).toEqual([]);
    expect(await ids(society[1])).toEqual(['m']);
    expect(await ids(network[1])).toEqual(['m']);
    expect(await ids(officers('education')[0])).toEqual([]);
  });
});
