import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import { startScheduler, openRegister, type Notice, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { authorityOver } from './records-of.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';

const child = 'n'.repeat(26);
const actor = actorFor('care-coordination');
const constable = actor('police', 'officer', 'constable', 'worker');
const approver = actor('mental-health', 'approver', 'approver-1', 'officer');
const secret = 'missing since last night';
const fail = (error: unknown): never => {
  throw error;
};

for (const kind of testDatabases) {
  describeOn(kind, describe, 'notices', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    beforeAll(async () => {
      opened = await openTestRegister(kind);
      ({ database, register } = opened);
    });
    afterAll(() => opened.close());

    it('tells the custodian of a request and the requester of its answer, and repeats no word of either', async () => {
      const asked = await register.requestDisclosure(
        constable,
        {
          child,
          custodian: 'mental-health',
          categories: ['mental-health.risk'],
          purpose: 'law-enforcement-investigation',
          rationale: secret,
        },
        ['law-enforcement-investigation'],
      );
      await register.approveDisclosure(approver, asked.id, new Date(Date.now() + 86_400_000), secret);
      const toCustodian = await register.noticesFor({ agency: 'mental-health' });
      const toRequester = await register.noticesFor({ agency: 'police', user: 'constable' });
      expect(toCustodian).toMatchObject([{ kind: 'DISCLOSURE_REQUESTED', record: asked.id }]);
      expect(toRequester).toMatchObject([{ kind: 'DISCLOSURE_APPROVED', record: asked.id }]);
      expect(await register.noticesFor({ agency: 'police', user: 'another' })).toEqual([]);
      expect(JSON.stringify([toCustodian, toRequester])).not.toMatch(/missing|mental-health\.risk/);
    });

    it('delivers at least once, and again what failed, later', async () => {
      await register.openEmergencyAccess(constable, child, secret);
      const sent: Notice[] = [];
      const first = await register.deliverNotices((notice) => {
        sent.push(notice);
        return notice.agency === 'network' ? Promise.reject(new Error('no answer')) : Promise.resolve();
      });
      expect(first).toEqual({ delivered: 3, failed: 1 });
      expect(await register.deliverNotices(() => Promise.resolve())).toEqual({ delivered: 0, failed: 0 });
      await database.query('update register.notice set next_attempt = clock_timestamp() where delivered_at is null');
      const again: Notice[] = [];
      await register.deliverNotices(async (notice) => void again.push(notice));
      expect(again).toEqual(sent.filter(({ agency }) => agency === 'network'));
    });

    it('gives each notice to one of several that deliver at once', async () => {
      for (let index = 0; index < 5; index++)
        await register.openEmergencyAccess({ ...constable, user: `po-${String(index)}` }, child, secret);
      const sent: string[] = [];
      const deliver = () => register.deliverNotices(async ({ id }) => void sent.push(id), { most: 3 });
      await Promise.all([deliver(), deliver(), deliver(), deliver()]);
      expect(sent).toHaveLength(10);
      expect(new Set(sent).size).toBe(10);
    });

    it('posts them signed, again until they are taken, with no word of what is in a record and not the child’s id', async () => {
      const keys = [randomBytes(32), randomBytes(32)];
      const received: { headers: IncomingHttpHeaders; body: string }[] = [];
      let isAway = true;
      const receiver = createServer((request, response) => {
        void text(request).then((body) => {
          received.push({ headers: request.headers, body });
          response.writeHead(isAway ? 503 : 204).end();
        });
      });
      await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
      const { port } = receiver.address() as AddressInfo;
      const asked = await register.requestDisclosure(
        constable,
        {
          child,
          custodian: 'mental-health',
          categories: ['mental-health.risk'],
          purpose: 'law-enforcement-investigation',
          rationale: secret,
        },
        ['law-enforcement-investigation'],
      );
      const due = 'update register.notice set next_attempt = clock_timestamp() where delivered_at is null';
      const hooks = { 'mental-health': { url: `http://127.0.0.1:${String(port)}/notices`, keys } };
      /** One turn of one process. */
      const turn = async (): Promise<void> => {
        await database.query(due);
        const jobs = startScheduler({ register, hooks, onFailure: fail });
        await jobs.close();
      };
      await turn();
      isAway = false;
      await turn();
      await turn();
      receiver.close();
      expect(received).toHaveLength(2);
      const [first, again] = received;
      expect(again?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
      expect(again?.body).toBe(first?.body);
      expect(JSON.parse(first?.body ?? '')).toEqual({
        type: 'DISCLOSURE_REQUESTED',
        timestamp: expect.any(String),
        data: { record: asked.id, agency: 'mental-health', user: null },
      });
      expect(first?.body).not.toContain(child);
      // What a receiver does, with either key: Standard Webhooks.
      const signatures = String(first?.headers['webhook-signature']).split(' ');
      for (const key of keys) {
        const signed = `${String(first?.headers['webhook-id'])}.${String(first?.headers['webhook-timestamp'])}.${first?.body ?? ''}`;
        expect(signatures).toContain(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
      }
    });

    it('follows no redirect: another address is not the one that was agreed', async () => {
      const received: (string | undefined)[] = [];
      // What it points to would take the notice gladly.
      const receiver = createServer(({ url }, response) => {
        received.push(url);
        response.writeHead(url === '/agreed' ? 307 : 204, { location: '/elsewhere' }).end();
      });
      await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
      const { port } = receiver.address() as AddressInfo;
      await register.openEmergencyAccess({ ...constable, user: 'po-redirected' }, child, secret);
      const hooks = { police: { url: `http://127.0.0.1:${String(port)}/agreed`, keys: [randomBytes(32)] } };
      const jobs = startScheduler({ register, hooks, onFailure: fail });
      await jobs.close();
      receiver.close();
      expect(new Set(received)).toEqual(new Set(['/agreed']));
      const { rows } = await database.query<{ attempts: number; delivered_at: Date | null }>(
        "select attempts, delivered_at from register.notice where agency = 'police' order by id desc limit 1",
      );
      expect(rows).toEqual([{ attempts: 1, delivered_at: null }]);
    });

    it('reminds once of an emergency access that nobody reviewed in time, whoever looks', async () => {
      const opened = await register.openEmergencyAccess({ ...constable, user: 'po-late' }, child, secret);
      const later = openRegister(database, {
        vocabulary,
        clock: { now: () => opened.body.openedAt + 72 * 3_600_000 },
      });
      const reminders = async () =>
        (await register.noticesFor({ agency: 'police' })).filter(
          (each) => each.kind === 'EMERGENCY_OVERDUE' && each.record === opened.id,
        );
      await register.expire();
      expect(await reminders()).toEqual([]);
      await Promise.all([later.expire(), later.expire(), later.expire()]);
      await later.expire();
      expect(await reminders()).toHaveLength(1);
    });

    it('tells a family what waits for it, and of an emergency access where the reviewer says so', async () => {
      const about = 'f'.repeat(26);
      await opened.seed({
        authorities: [
          authorityOver(about, { id: 'authority-f', holder: 'mother' }),
          authorityOver(about, { id: 'authority-g', holder: 'father', suspended: true }),
        ],
      });
      const clinic = actor('mental-health', 'system', 'clinic', 'system');
      const clinician = actor('mental-health', 'clinician', 'dr-lee', 'worker');
      await register.openInvolvement(clinic, {
        child: about,
        kind: 'treatment',
        evidence: 'case 1',
        assigned: ['dr-lee'],
      });
      await register.recordConsent(clinician, {
        child: about,
        decision: 'PERMIT',
        by: 'authority-f',
        recipients: [{ agency: 'education' }],
        purposes: ['education-support'],
        categories: ['mental-health.involvement'],
      });
      const mother = actor('family', 'parent', 'mother', 'family');
      const asked = await register.requestCorrection(mother, { child: about, agency: 'mental-health', text: secret });
      const answered = await register.answerCorrection(approver, asked.id, false, 'it is as it was');
      expect(answered.state).toBe('DECLINED');
      await expect(register.answerCorrection(approver, asked.id, true, 'x')).rejects.toMatchObject({
        code: 'CONFLICT',
      });
      for (const tellFamily of [false, true]) {
        const opened = await register.openEmergencyAccess(clinician, about, secret);
        await register.reviewEmergencyAccess(approver, opened.id, 'as it should be', true, { tellFamily });
      }
      const told = await register.noticesFor({ agency: 'family', user: 'mother' });
      expect(told.map(({ kind: each }) => each)).toEqual([
        'EMERGENCY_REVIEWED',
        'CORRECTION_ANSWERED',
        'CONSENT_TO_CONFIRM',
      ]);
      expect(await register.noticesFor({ agency: 'family', user: 'father' })).toEqual([]);
    });

    it('tells nothing of what did not happen', async () => {
      const before = (await register.noticesFor({ agency: 'mental-health' })).length;
      const failing = register.requestDisclosure(
        constable,
        {
          child,
          custodian: 'mental-health',
          categories: ['police.incident'],
          purpose: 'law-enforcement-investigation',
          rationale: secret,
        },
        ['law-enforcement-investigation'],
      );
      await expect(failing).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect(await register.noticesFor({ agency: 'mental-health' })).toHaveLength(before);
    });
  });
}
