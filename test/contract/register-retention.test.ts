import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLedger } from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import type { Actor, Register } from '@trellis/register';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver } from './records-of.ts';

const child = 'h'.repeat(26);
const officer = (user: string, role = 'privacy-officer', agency = 'network'): Actor => ({
  agency,
  role,
  user,
  kind: 'officer',
  purpose: 'privacy-administration',
});
const mother: Actor = { agency: 'family', role: 'parent', user: 'mother', kind: 'family', purpose: 'family-access' };

for (const kind of testDatabases) {
  describeOn(kind, describe, 'retention', () => {
    let opened: TestRegister;
    let database: Database;
    let register: Register;
    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        children: [{ child, birthDate: '2018-05-01', disputed: false }],
        authorities: [authorityOver(child, { id: 'authority', holder: 'mother' })],
        approvals: [
          {
            child,
            id: 'approval',
            custodian: 'mental-health',
            recipient: { agency: 'police', role: 'officer', user: 'constable' },
            purpose: 'law-enforcement-investigation',
            categories: ['mental-health.risk'],
            state: 'APPROVED',
            until: 1_000,
          },
        ],
      });
      ({ database, register } = opened);
    });
    afterAll(() => opened.close());

    const forget = async (tx: Queryable, ids: readonly string[]): Promise<void> => {
      for (const each of ids) await openLedger(database).eraseChild(tx, each);
    };
    const askToErase = (actor: Actor) => register.requestErasure(actor, { child, reason: 'the period is over' });
    const erase = (actor: Actor, id: string): Promise<unknown> => codeOf(register.confirmErasure(actor, id, forget));
    const consentStates = async (): Promise<unknown> =>
      (await register.recordsOf([child], ['consent'])).map(({ state }) => state);

    it('records what has run out, once, and changes no decision by it', async () => {
      const input = {
        child,
        decision: 'PERMIT',
        by: 'authority',
        recipients: [{ agency: 'education' }],
        purposes: ['education-support'],
        categories: ['mental-health.involvement'],
      };
      const from = '2026-01-01T00:00:00Z';
      await register.recordConsent(mother, { ...input, from, to: '2026-02-01T00:00:00Z' });
      await register.recordConsent(mother, { ...input, from, to: '2126-02-01T00:00:00Z' });
      expect(await consentStates()).toEqual(['ACTIVE', 'ACTIVE']);
      const { version } = (await register.read([child])).facts.get(child) ?? {};
      expect(await register.expire()).toBe(2);
      expect([...((await consentStates()) as string[])].sort()).toEqual(['ACTIVE', 'EXPIRED']);
      expect((await register.recordsOf([child], ['approval']))[0]).toMatchObject({
        state: 'LAPSED',
        body: { state: 'LAPSED' },
      });
      expect((await register.read([child])).facts.get(child)?.version).toBe((version ?? 0) + 1);
      expect(await register.expire()).toBe(0);
    });

    it('erases nothing while a legal hold stands, and then for the network’s privacy officers alone', async () => {
      const hold = { child, reference: 'inquest 7/26', reason: 'ordered to keep' };
      expect(await codeOf(register.placeLegalHold(mother, hold))).toBe('FORBIDDEN');
      const placed = await register.placeLegalHold(officer('one'), hold);
      const asked = await askToErase(officer('one'));
      expect(await erase(officer('two'), asked.id)).toBe('CONFLICT');
      expect((await register.read([child])).facts.get(child)?.consents).toHaveLength(2);
      expect(await codeOf(register.liftLegalHold(officer('one'), placed.id, 'no longer needed'))).toBe('FORBIDDEN');
      await register.liftLegalHold(officer('two'), placed.id, 'the inquest is over');
      expect(await codeOf(register.liftLegalHold(officer('two'), placed.id, 'again'))).toBe('CONFLICT');
      for (const nobody of [mother, officer('four', 'approver'), officer('four', 'privacy-officer', 'education')])
        expect(await codeOf(askToErase(nobody))).toBe('FORBIDDEN');
      // One person alone destroys nothing.
      for (const nobody of [mother, officer('one'), officer('four', 'privacy-officer', 'education')])
        expect(await erase(nobody, asked.id)).toBe('FORBIDDEN');
      expect(await erase(officer('three', 'approver'), asked.id)).toBe('allowed');
      expect(await erase(officer('three'), asked.id)).toBe('FORBIDDEN');
      expect((await register.read([child])).facts.get(child)).toMatchObject({ consents: [], authorities: [] });
    });
  });
}
