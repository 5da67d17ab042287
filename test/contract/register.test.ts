import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sqlState, type Database } from '@trellis/platform';
import { type DecidedOn, type Register } from '@trellis/register';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { ontarioPack, openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver } from './records-of.ts';

const child = (letter: string): string => letter.repeat(26);
const start = Date.parse('2026-01-01T00:00:00Z');

const actor = actorFor('care-coordination');
const mother = actor('family', 'parent', 'mother', 'family');
const stranger = actor('family', 'parent', 'stranger', 'family');
const clinicSystem = actor('mental-health', 'system', 'clinic', 'system');
const clinician = actor('mental-health', 'clinician', 'dr-lee', 'worker');
const officer = actor('mental-health', 'privacy-officer', 'officer-1', 'officer');
const second = actor('mental-health', 'approver', 'officer-2', 'officer');
const network = actor('network', 'privacy-officer', 'net-1', 'officer');
const otherNetwork = actor('network', 'approver', 'net-2', 'officer');

const consent = {
  child: child('a'),
  decision: 'PERMIT',
  by: 'authority-a',
  recipients: [{ agency: 'education' }],
  purposes: ['education-support'],
  categories: ['mental-health.involvement'],
};

for (const kind of testDatabases) {
  describeOn(kind, describe, 'the register', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        at: start,
        children: [
          { child: child('a'), birthDate: '2018-05-01', disputed: false },
          { child: child('b'), birthDate: '2010-05-01', disputed: true },
        ],
        authorities: ['a', 'b'].map((letter) =>
          authorityOver(child(letter), { id: `authority-${letter}`, holder: 'mother' }),
        ),
      });
      ({ database, register } = opened);
    });
    afterAll(() => opened.close());

    const decidedOn = async (...children: string[]): Promise<DecidedOn> => {
      const { facts, network: net, now } = await register.read(children);
      const versions = new Map([...facts].map(([each, { version }]) => [each, version]));
      return { versions, network: net.version, ruleSet: net.ruleSet, now };
    };

    it('reads facts, network and rules; nothing of an unknown child', async () => {
      const asked = Date.now();
      const read = await register.read([child('a'), child('b'), child('z')]);
      const answered = Date.now();
      expect(read.facts.get(child('a'))).toMatchObject({ version: 1, birthDate: '2018-05-01', consents: [] });
      expect(read.facts.get(child('b'))).toMatchObject({ version: 1, birthDate: null });
      expect(read.facts.get(child('z'))).toEqual({
        child: child('z'),
        version: 0,
        birthDate: null,
        consents: [],
        authorities: [],
        orders: [],
        involvements: [],
        approvals: [],
        emergencies: [],
        relations: [],
        harmRefusals: [],
      });
      expect(read.network).toMatchObject({ ruleSet: 1 });
      expect(read.rules.ruleSet.pack).toBe('ontario');
      // A moment of the reading, give or take what two clocks differ by.
      expect(read.now).toBeGreaterThan(asked - 5_000);
      expect(read.now).toBeLessThan(answered + 5_000);
      expect((await register.read([])).facts.size).toBe(0);
    });

    it('gives the same frozen facts while the version stands', async () => {
      const [one, two] = await Promise.all([register.read([child('a')]), register.read([child('a')])]);
      expect(one.facts.get(child('a'))).toBe(two.facts.get(child('a')));
      expect(one.network).toBe(two.network);
      expect(Object.isFrozen(one.facts.get(child('a'))?.authorities[0])).toBe(true);
    });

    it('reads for callers that come later by a statement that starts later', async () => {
      const before = register.read([child('b')]);
      const written = register.recordConsent(mother, { ...consent, child: child('b'), by: 'authority-b' });
      await Promise.all([before, written]);
      const after = await register.read([child('b')]);
      expect(after.facts.get(child('b'))?.consents).toHaveLength(1);
    });

    it('binds a consent and its withdrawal from the next read on', async () => {
      const given = await register.recordConsent(mother, consent);
      expect(given.body.state).toBe('ACTIVE');
      expect((await register.read([child('a')])).facts.get(child('a'))?.consents[0]?.state).toBe('ACTIVE');
      const withdrawn = await register.withdrawConsent(mother, given.id, 'changed her mind');
      expect(withdrawn.body.state).toBe('WITHDRAWN');
      expect((await register.read([child('a')])).facts.get(child('a'))?.consents[0]?.state).toBe('WITHDRAWN');
      expect((await register.withdrawConsent(mother, given.id)).body.state).toBe('WITHDRAWN');
    });

    it('refuses those not entitled with one answer, whether or not there is such a record', async () => {
      expect(await codeOf(register.recordConsent(stranger, consent))).toBe('FORBIDDEN');
      expect(await codeOf(register.recordConsent(stranger, { ...consent, child: child('q') }))).toBe('FORBIDDEN');
      expect(await codeOf(register.withdrawConsent(stranger, 'no-such-consent'))).toBe('FORBIDDEN');
      expect(await codeOf(register.recordConsent(clinician, consent))).toBe('FORBIDDEN');
      expect((await register.read([child('q')])).facts.get(child('q'))?.version).toBe(0);
    });

    it('says which part of an input does not fit', async () => {
      expect(await codeOf(register.recordConsent(mother, { ...consent, child: 'x' }))).toBe('BAD_ID');
      expect(await codeOf(register.recordConsent(mother, { ...consent, purposes: ['anything'] }))).toBe('BAD_REQUEST');
      await expect(register.recordConsent(mother, { ...consent, categories: ['nothing.known'] })).rejects.toThrow(
        '`categories.0` is neither a category nor a domain',
      );
    });

    it('notices that something moved, for known and unknown children', async () => {
      const before = await decidedOn(child('a'), child('y'));
      const same = (): Promise<boolean> => database.transaction((tx) => register.isStillCurrent(tx, before));
      expect(await same()).toBe(true);
      await register.openInvolvement(clinicSystem, {
        child: child('y'),
        kind: 'treatment',
        evidence: 'case 1',
        assigned: ['dr-lee'],
      });
      expect(await same()).toBe(false);
      const again = await decidedOn(child('a'), child('y'));
      const groups = [
        again,
        before,
        { ...again, versions: new Map<string, number>() },
        { ...again, network: again.network + 1 },
        { ...again, ruleSet: again.ruleSet + 1 },
        // Read at this version, and decided for an instant from before it.
        { ...again, now: before.now },
      ];
      expect(await database.transaction((tx) => register.stillCurrent(tx, groups))).toEqual([
        true,
        false,
        true,
        false,
        false,
        false,
      ]);
    });

    it('holds a withdrawal until the release that compared has ended', async () => {
      const given = await register.recordConsent(mother, consent);
      const decided = await decidedOn(child('a'), child('w'));
      const order: string[] = [];
      let compared: () => void = () => undefined;
      const started = new Promise<void>((resolve) => (compared = resolve));
      const release = database.transaction(async (tx) => {
        expect(await register.isStillCurrent(tx, decided)).toBe(true);
        compared();
        await new Promise((resolve) => setTimeout(resolve, 100));
        order.push('released');
      });
      await started;
      const withdrawal = register.withdrawConsent(mother, given.id).then(() => order.push('withdrawn'));
      const first = register
        .openInvolvement(clinicSystem, { child: child('w'), kind: 'treatment', evidence: 'case 2', assigned: [] })
        .then(() => order.push('first write'));
      await Promise.all([release, withdrawal, first]);
      expect(order[0]).toBe('released');
    });

    it('lets a worker propose, and only the holder confirm', async () => {
      const about = child('c');
      await opened.seed({
        at: start,
        authorities: [authorityOver(about, { id: 'authority-c', holder: 'mother' })],
      });
      await register.openInvolvement(clinicSystem, {
        child: about,
        kind: 'treatment',
        evidence: 'case 3',
        assigned: ['dr-lee'],
      });
      const input = { ...consent, child: about, by: 'authority-c' };
      const proposed = await register.recordConsent(clinician, input);
      expect(proposed.body.state).toBe('PROPOSED');
      const formed = await register.recordConsent(clinician, { ...input, evidence: 'signed form' });
      expect(formed.body.state).toBe('PROPOSED');
      expect(await codeOf(register.attestConsent(clinician, formed.id, 'the form'))).toBe('FORBIDDEN');
      expect((await register.attestConsent(officer, formed.id, 'the form, page 2')).body.state).toBe('ACTIVE');
      expect(await codeOf(register.confirmConsent(clinician, proposed.id))).toBe('FORBIDDEN');
      expect((await register.confirmConsent(mother, proposed.id)).body.state).toBe('ACTIVE');
      const refused = await register.recordConsent(mother, { ...input, decision: 'REFUSE' });
      expect(await codeOf(register.withdrawConsent(clinician, refused.id))).toBe('FORBIDDEN');
      expect((await register.withdrawConsent(clinician, proposed.id)).body.state).toBe('WITHDRAWN');

      const suspended = await register.suspendAuthority(officer, 'authority-c', 'under investigation');
      expect(suspended.body.suspended).toBe(true);
      expect(await codeOf(register.recordConsent(mother, input))).toBe('FORBIDDEN');
    });

    it("lets a child take up a permit as its own, and undo nobody else's refusal", async () => {
      const about = child('d');
      await opened.seed({
        at: start,
        authorities: [
          authorityOver(about, { id: 'authority-d', holder: 'mother' }),
          authorityOver(about, { id: 'authority-self', holder: 'kim', kind: 'child' }),
        ],
      });
      const kim = actor('family', 'child', 'kim', 'family');
      const input = { ...consent, child: about, by: 'authority-d' };
      const refused = await register.recordConsent(mother, { ...input, decision: 'REFUSE' });
      expect(await codeOf(register.withdrawConsent(kim, refused.id))).toBe('FORBIDDEN');
      expect(await codeOf(register.confirmConsent(kim, refused.id))).toBe('FORBIDDEN');
      const except = [{ recipients: [{ agency: 'education', role: 'teacher' }] }];
      const partly = await register.recordConsent(mother, { ...input, except });
      expect(await codeOf(register.confirmConsent(kim, partly.id))).toBe('FORBIDDEN');
      const permitted = await register.recordConsent(mother, input);
      const own = await register.confirmConsent(kim, permitted.id);
      expect(own.body).toMatchObject({ by: 'authority-self', state: 'ACTIVE' });
      const states = (await register.read([about])).facts.get(about)?.consents.map(({ id, state }) => [id, state]);
      expect(states).toContainEqual([permitted.id, 'SUPERSEDED']);
      expect(states).toContainEqual([refused.id, 'ACTIVE']);
    });

    it('takes a second officer for an order, another person for an approval', async () => {
      const about = child('y');
      await register.openInvolvement(actor('police', 'system', 'station', 'system'), {
        child: about,
        kind: 'police-investigation',
        evidence: 'case',
        assigned: ['constable'],
      });
      const order = await register.recordOrder(officer, {
        child: about,
        decision: 'REFUSE',
        recipients: [{ agency: 'police' }],
        categories: ['mental-health'],
        from: '2026-01-01T00:00:00Z',
        court: 'Ontario Court of Justice',
        reference: '1/26',
      });
      expect(order).toMatchObject({ state: 'UNCONFIRMED', body: { confirmed: true } });
      expect(await codeOf(register.confirmOrder(officer, order.id))).toBe('FORBIDDEN');
      expect((await register.confirmOrder(second, order.id)).body.confirmed).toBe(true);
      expect(await codeOf(register.confirmOrder(second, order.id))).toBe('CONFLICT');

      const police = actor('police', 'officer', 'constable', 'worker');
      const asked = await register.requestDisclosure(
        police,
        {
          child: about,
          custodian: 'mental-health',
          categories: ['mental-health.risk'],
          purpose: 'law-enforcement-investigation',
          rationale: 'missing since last night',
        },
        ['law-enforcement-investigation'],
      );
      expect((await register.approvalsFor('mental-health', 'PENDING')).map(({ id }) => id)).toEqual([asked.id]);
      const until = '2999-01-01T00:00:00Z';
      expect(await codeOf(register.approveDisclosure(network, asked.id, until, 'x'))).toBe('FORBIDDEN');
      for (const never of [Date.now() - 1, 'always', null]) {
        const approving = register.approveDisclosure(officer, asked.id, never, 'x');
        await expect(approving).rejects.toMatchObject({
          code: 'BAD_REQUEST',
          message: expect.stringMatching(/`until`|input/),
        });
      }
      const approved = await register.approveDisclosure(officer, asked.id, until, 'risk to life');
      // For no longer than the rules let any approval last.
      const days = (Number(approved.body.until) - Date.now()) / 86_400_000;
      expect([approved.body.state, Math.round(days)]).toEqual(['APPROVED', 366]);
      expect(await codeOf(register.declineDisclosure(second, asked.id, 'too late'))).toBe('CONFLICT');
    });

    it('opens, closes and reviews an emergency access', async () => {
      const opened = await register.openEmergencyAccess(clinician, child('y'), 'found unconscious');
      expect(opened.body.until - opened.body.openedAt).toBe(4 * 3_600_000);
      expect(await codeOf(register.openEmergencyAccess(officer, child('y'), 'curious'))).toBe('FORBIDDEN');
      expect(await codeOf(register.openEmergencyAccess(clinician, child('y'), ' '))).toBe('BAD_REQUEST');
      expect((await register.closeEmergencyAccess(clinician, opened.id)).body.closedAt).not.toBeNull();
      expect(await register.emergencyAccesses('mental-health', false)).toHaveLength(1);
      expect((await register.reviewEmergencyAccess(officer, opened.id, 'as it should be', true)).state).toBe(
        'REVIEWED',
      );
      expect(await register.emergencyAccesses('mental-health', false)).toHaveLength(0);
    });

    it('goes live at an instant without anything being written then', async () => {
      const draft = await register.draftRules(network, {
        base: 1,
        yaml: ontarioPack.replace(/^version: .*$/m, "version: 'edited'"),
      });
      await register.approveRules(otherNetwork, draft.body.number);
      const at = (await register.read([])).now + 300;
      await register.publishRules(network, draft.body.number, new Date(at).toISOString());
      const before = await register.read([]);
      if (before.now < at) expect(before.network.ruleSet).toBe(1);
      const decided = {
        versions: new Map<string, number>(),
        network: before.network.version,
        ruleSet: 1,
        now: before.now,
      };
      if (before.now < at - 100)
        expect(await database.transaction((tx) => register.isStillCurrent(tx, decided))).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 350));
      // A request in flight at that instant is not released under the old set, though no version moved.
      expect(await database.transaction((tx) => register.isStillCurrent(tx, decided))).toBe(false);
      const after = await register.read([]);
      expect(after.network).toMatchObject({ ruleSet: draft.body.number, version: before.network.version });
      const anew = { ...decided, ruleSet: draft.body.number };
      expect(await database.transaction((tx) => register.isStillCurrent(tx, anew))).toBe(true);
    });

    it('replays any past moment', async () => {
      const about = child('r');
      await register.openInvolvement(clinicSystem, {
        child: about,
        kind: 'treatment',
        evidence: 'case 4',
        assigned: [],
      });
      const then = await register.read([about]);
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [involvement] = then.facts.get(about)?.involvements ?? [];
      await register.closeInvolvement(clinicSystem, involvement?.id ?? '');
      const past = await register.readAt(about, then.now);
      expect(past.facts).toEqual(then.facts.get(about));
      const now = await register.read([about]);
      const present = await register.readAt(about, now.now + 1000);
      expect(present.facts).toEqual(now.facts.get(about));
      expect((await register.readAt(about, start)).facts.version).toBe(0);
    });

    it('erases what it held of a child, keeps that there was something, and moves whoever decided on it', async () => {
      const about = child('e');
      const secret = 'told in confidence';
      await register.openInvolvement(clinicSystem, { child: about, kind: 'treatment', evidence: secret, assigned: [] });
      const decided = await decidedOn(about);
      const then = (await register.read([])).now;
      const asked = await register.requestErasure(network, { child: about, reason: 'the period is over' });
      await register.confirmErasure(otherNetwork, asked.id, () => Promise.resolve());
      expect(await database.transaction((tx) => register.isStillCurrent(tx, decided))).toBe(false);
      expect((await register.read([about])).facts.get(about)).toMatchObject({ version: 2, involvements: [] });
      expect((await register.readAt(about, then)).facts.involvements).toEqual([]);
      const { rows } = await database.query<{ act: string; version: number }>(
        'select act, version from register.event where about = $1 order by version',
        [about],
      );
      expect(rows).toEqual([
        { act: 'OPENED', version: 1 },
        { act: 'ERASURE_REQUESTED', version: 2 },
        { act: 'ERASED', version: 3 },
      ]);
      const left = await database.query<{ found: number }>(
        `select (select count(*) from register.event e where e::text like $1)::int
              + (select count(*) from register.record r where r::text like $1)::int as found`,
        [`%${secret}%`],
      );
      expect(left.rows).toEqual([{ found: 0 }]);
    });

    it('only grows', async () => {
      for (const statement of [
        "update register.event set act = 'NOTHING'",
        'delete from register.event',
        'truncate register.event',
        "update register.rule_set_text set yaml = ''",
        'delete from register.rule_set_text',
      ]) {
        const refused = await database.query(statement).catch((error: unknown) => error);
        expect([statement, sqlState(refused)]).toEqual([statement, '42501']);
      }
    });
  });
}
