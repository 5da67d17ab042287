import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import type { Database } from '@trellis/platform';
import { type Actor, type DecidedOn, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver } from './records-of.ts';

const actor = (agency: string, role: string, user: string, kind: Actor['kind'], purpose: string): Actor => ({
  agency,
  role,
  user,
  kind,
  purpose,
});
const admin = 'privacy-administration';
const society = [1, 2].map((number) =>
  actor('child-protection', 'privacy-officer', `society-${String(number)}`, 'officer', admin),
);
const [one, two] = [1, 2].map((number) =>
  actor('network', 'privacy-officer', `net-${String(number)}`, 'officer', admin),
);
const constable = actor('police', 'officer', 'po-lee', 'worker', 'law-enforcement-investigation');
const station = actor('police', 'system', 'station', 'system', admin);
const category = 'child-protection.safety-alert';
const reviewOn = (): string => new Date(Date.now() + 300 * 24 * 3_600_000).toISOString().slice(0, 10);

for (const kind of testDatabases) {
  describeOn(kind, describe, 'what was given for a while and is taken back', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    let drawn = 0;
    let files = 0;
    beforeAll(async () => {
      opened = await openTestRegister(kind);
      ({ database, register } = opened);
    });
    afterAll(() => opened.close());

    /** A child that the police investigate about. */
    const known = async (): Promise<string> => {
      const child = 'abcdefgh'.charAt(drawn++).repeat(26);
      await register.openInvolvement(station, {
        child,
        kind: 'police-investigation',
        evidence: 'case',
        assigned: [constable.user],
      });
      return child;
    };
    const reading = async (child: string) => {
      const { facts, network, rules, now } = await register.read([child]);
      const decision = decide(rules, network, facts.get(child)!, {
        requester: constable,
        purpose: constable.purpose,
        now,
      });
      const versions = new Map([...facts].map(([each, { version }]) => [each, version]));
      const decided: DecidedOn = { versions, network: network.version, ruleSet: network.ruleSet, now };
      return { told: codesOf(vocabulary, decision.yes.FULL).includes(category), decided };
    };
    const told = async (child: string): Promise<boolean> => (await reading(child)).told;
    const stillCurrent = (decided: DecidedOn): Promise<boolean> =>
      database.transaction((tx) => register.isStillCurrent(tx, decided));

    it('an approval, by its custodian alone, for requests in flight too', async () => {
      const child = await known();
      const { id } = await register.requestDisclosure(
        constable,
        {
          child,
          custodian: 'child-protection',
          categories: [category],
          purpose: constable.purpose,
          rationale: 'r',
        },
        [constable.purpose],
      );
      expect(await codeOf(register.withdrawApproval(society[0]!, id, 'not yet'))).toBe('CONFLICT');
      await register.approveDisclosure(society[0]!, id, new Date(Date.now() + 86_400_000), 'r');
      const inFlight = await reading(child);
      expect(inFlight.told).toBe(true);
      const school = actor('education', 'privacy-officer', 'school', 'officer', admin);
      expect(await codeOf(register.withdrawApproval(school, id, 'x'))).toBe('FORBIDDEN');
      await register.withdrawApproval(society[0]!, id, 'a mistake');
      expect([await told(child), await stillCurrent(inFlight.decided)]).toEqual([false, false]);
      expect(await register.noticesFor({ agency: 'police', user: constable.user })).toMatchObject([
        { kind: 'APPROVAL_WITHDRAWN' },
        { kind: 'DISCLOSURE_APPROVED' },
      ]);
    });

    it('a protocol, for every child and for requests in flight too; the past stays what it was', async () => {
      const child = await known();
      const { id } = await register.grantStandingApproval(society[0]!, {
        recipient: { agency: 'police' },
        purposes: [constable.purpose],
        categories: [category],
        involvement: 'police-investigation',
        from: '2020-01-01T00:00:00Z',
        reviewOn: reviewOn(),
        authority: 'Protocol',
      });
      expect(await told(child)).toBe(false);
      expect(await codeOf(register.confirmStandingApproval(society[0]!, id))).toBe('FORBIDDEN');
      await register.confirmStandingApproval(society[1]!, id);
      const inFlight = await reading(child);
      expect(inFlight.told).toBe(true);
      await register.withdrawApproval(society[1]!, id, 'ended early');
      expect([await told(child), await stillCurrent(inFlight.decided)]).toEqual([false, false]);
      expect(await codeOf(register.withdrawApproval(society[1]!, id, 'again'))).toBe('CONFLICT');
      expect((await register.protocolsOf('child-protection')).map(({ state }) => state)).toEqual(['WITHDRAWN']);
      const past = await register.readAt(child, inFlight.decided.now);
      expect(past.network.standingApprovals.map((each) => each.id)).toContain(id);
      expect((await register.readAt(child, (await register.read([])).now)).network.standingApprovals).toEqual([]);
    });

    const order = async (child: string, decision: 'PERMIT' | 'REFUSE', from = '2020-01-01T00:00:00Z') => {
      const input = { child, decision, recipients: [{ agency: 'police' }], categories: [category], from };
      const { id } = await register.recordOrder(one!, { ...input, court: 'c', reference: `file ${String(files++)}` });
      return id;
    };

    it('an order, by another than who recorded it', async () => {
      const child = await known();
      const permits = await order(child, 'PERMIT');
      expect(await told(child)).toBe(false);
      await register.confirmOrder(two!, permits);
      expect(await told(child)).toBe(true);
      const forbids = await order(child, 'REFUSE');
      expect(await told(child)).toBe(false);
      await register.confirmOrder(two!, forbids);
      expect(await told(child)).toBe(false);
      expect(await codeOf(register.endOrder(one!, forbids, 'set aside'))).toBe('FORBIDDEN');
      await register.endOrder(two!, forbids, 'set aside');
      // It binds until a second person says that it has ended.
      expect(await told(child)).toBe(false);
      expect(await codeOf(register.confirmOrder(two!, forbids))).toBe('FORBIDDEN');
      await register.confirmOrder(one!, forbids);
      expect(await told(child)).toBe(true);
      const inFlight = await reading(child);
      await register.endOrder(two!, permits, 'replaced');
      expect([await told(child), await stillCurrent(inFlight.decided)]).toEqual([false, false]);
      expect(await codeOf(register.endOrder(two!, permits, 'again'))).toBe('CONFLICT');
    });

    it('an order that nobody is recorded for, by the two officers of the network alone', async () => {
      const child = await known();
      const inForce = {
        ...{ child, recipients: [{ agency: 'police' }], categories: [category], purposes: null, from: 1, to: null },
        ...{ court: 'c', reference: 'r', confirmed: true },
      };
      const [permits, forbids] = [`permits-${child}`, `forbids-${child}`] as const;
      await opened.seed({
        orders: [
          { ...inForce, id: permits, decision: 'PERMIT' },
          { ...inForce, id: forbids, decision: 'REFUSE' },
        ],
      });
      expect(await told(child)).toBe(false);
      const officer = actor('police', 'privacy-officer', 'police-officer', 'officer', admin);
      expect(await codeOf(register.endOrder(officer, forbids, 'x'))).toBe('FORBIDDEN');
      // Nobody answers for it that it was recorded: it ends, and is not confirmed.
      expect(await codeOf(register.confirmOrder(one!, forbids))).toBe('FORBIDDEN');
      await register.endOrder(one!, forbids, 'set aside');
      expect(await told(child)).toBe(false);
      expect(await codeOf(register.confirmOrder(one!, forbids))).toBe('FORBIDDEN');
      await register.confirmOrder(two!, forbids);
      expect(await told(child)).toBe(true);
      await register.endOrder(two!, permits, 'replaced');
      expect(await told(child)).toBe(false);
    });

    it('a request that nobody is recorded for, by its custodian declining it; it is never approved', async () => {
      const child = await known();
      const request = { child, id: `asked-${child}`, custodian: 'child-protection', recipient: { agency: 'police' } };
      const asked = { ...request, purpose: constable.purpose, categories: [category], until: null };
      await opened.seed({ approvals: [{ ...asked, state: 'PENDING' }] });
      const approving = register.approveDisclosure(society[0]!, asked.id, new Date(Date.now() + 86_400_000), 'r');
      expect(await codeOf(approving)).toBe('FORBIDDEN');
      const school = actor('education', 'privacy-officer', 'school', 'officer', admin);
      expect(await codeOf(register.declineDisclosure(school, asked.id, 'x'))).toBe('FORBIDDEN');
      expect(await codeOf(register.declineDisclosure(society[0]!, asked.id, 'nobody asks'))).toBe('allowed');
    });

    it('an order that has not begun: it never binds, and cannot be confirmed any more', async () => {
      const child = await known();
      const permits = await order(child, 'PERMIT');
      await register.confirmOrder(two!, permits);
      const [later, unconfirmed] = [
        await order(child, 'REFUSE', '2099-01-01T00:00:00Z'),
        await order(child, 'REFUSE', '2099-01-01T00:00:00Z'),
      ];
      await register.confirmOrder(two!, later);
      for (const each of [later, unconfirmed]) {
        await register.endOrder(two!, each, 'replaced');
        await register.confirmOrder(one!, each);
      }
      expect(await codeOf(register.confirmOrder(two!, unconfirmed))).toBe('CONFLICT');
      expect(await told(child)).toBe(true);
    });

    it('the suspension of an authority, by another than who suspended it', async () => {
      const child = await known();
      const authority = authorityOver(child, { id: `authority-${child}`, holder: 'mother' });
      await opened.seed({ authorities: [authority] });
      const mother = actor('family', 'parent', 'mother', 'family', 'family-access');
      const speaks = () => codeOf(register.recordStatement(mother, { child, text: 'x' }));
      expect(await speaks()).toBe('allowed');
      await register.suspendAuthority(one!, authority.id, 'alleged');
      expect(await speaks()).toBe('FORBIDDEN');
      expect(await codeOf(register.restoreAuthority(society[0]!, authority.id, 'x'))).toBe('FORBIDDEN');
      expect(await codeOf(register.restoreAuthority(mother, authority.id, 'x'))).toBe('FORBIDDEN');
      await register.restoreAuthority(one!, authority.id, 'unfounded');
      expect(await speaks()).toBe('FORBIDDEN');
      expect(await codeOf(register.confirmAuthority(one!, authority.id))).toBe('FORBIDDEN');
      await register.confirmAuthority(two!, authority.id);
      expect(await speaks()).toBe('allowed');
      expect(await codeOf(register.restoreAuthority(two!, authority.id, 'again'))).toBe('CONFLICT');
    });

    it('one version for each act, whoever acts at once, and the records are what the events say', async () => {
      const child = await known();
      const registers = await Promise.all(
        Array.from({ length: kind.name === 'embedded' ? 2 : 6 }, async () => (await opened.another()).register),
      );
      const acts = registers.flatMap((each, at) => [
        each.openEmergencyAccess({ ...constable, user: `night-${String(at)}` }, child, 'r'),
        each.openEmergencyAccess({ ...constable, user: `po-${String(at)}` }, child, 'r'),
        order(child, 'PERMIT'),
      ]);
      await Promise.all(acts);
      const { rows } = await database.query<{ version: number }>(
        'select distinct version from register.event where about = $1 order by version',
        [child],
      );
      expect(rows.map(({ version }) => version)).toEqual(Array.from({ length: acts.length + 1 }, (_, at) => at + 1));
      const replayed = await register.readAt(child, (await register.read([])).now);
      expect(replayed.facts).toEqual((await register.read([child])).facts.get(child));
    });
  });
}
