import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor, type Notice, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

const pack = readFileSync(new URL('../../decision/packs/ontario.yaml', import.meta.url), 'utf8');
const child = 'n'.repeat(26);
const actor = (agency: string, role: string, user: string, kind: Actor['kind']): Actor => ({
  agency,
  role,
  user,
  kind,
  purpose: 'care-coordination',
});
const constable = actor('police', 'officer', 'constable', 'worker');
const approver = actor('mental-health', 'approver', 'approver-1', 'officer');
const secret = 'missing since last night';

for (const kind of testDatabases) {
  describeOn(kind, describe, 'notices', () => {
    let server: OpenedDatabases;
    let database: Database;
    let register: Register;
    beforeAll(async () => {
      server = await kind.open();
      database = await server.database('register');
      await migrateRegister(database);
      await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [pack] }));
      register = openRegister(database, { vocabulary });
    });
    afterAll(() => server.close());

    it('tells the custodian of a request and the requester of its answer, and repeats no word of either', async () => {
      const asked = await register.requestDisclosure(constable, {
        child,
        custodian: 'mental-health',
        categories: ['mental-health.risk'],
        purpose: 'law-enforcement-investigation',
        rationale: secret,
      });
      await register.approveDisclosure(approver, asked.id, '2100-01-01T00:00:00Z', secret);
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
      for (let index = 0; index < 5; index++) await register.openEmergencyAccess(constable, child, secret);
      const sent: string[] = [];
      const deliver = () => register.deliverNotices(async ({ id }) => void sent.push(id), { most: 3 });
      await Promise.all([deliver(), deliver(), deliver(), deliver()]);
      expect(sent).toHaveLength(10);
      expect(new Set(sent).size).toBe(10);
    });

    it('tells nothing of what did not happen', async () => {
      const before = (await register.noticesFor({ agency: 'mental-health' })).length;
      const failing = register.requestDisclosure(constable, {
        child,
        custodian: 'mental-health',
        categories: ['police.incident'],
        purpose: 'law-enforcement-investigation',
        rationale: secret,
      });
      await expect(failing).rejects.toMatchObject({ code: 'BAD_REQUEST' });
      expect(await register.noticesFor({ agency: 'mental-health' })).toHaveLength(before);
    });
  });
}
