import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decide, codesOf } from '@trellis/decision';
import fc from 'fast-check';
import { openRegister, RegisterError, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import type { Database } from '@trellis/platform';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { involvementWith } from './records-of.ts';

const child = 's'.repeat(26);
const actor = actorFor('ongoing-protection-service');
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const constable = actor('police', 'officer', 'constable', 'worker');
const sergeant = actor('police', 'officer', 'sergeant', 'worker');
const principal = actor('education', 'principal', 'principal', 'worker');
const stranger = actor('family', 'parent', 'stranger', 'family');

/** Whatever somebody may try who has no authority over this child, nor works with it. */
type Write = (register: Register) => Promise<unknown>;
const request = (purpose: string, custodian: string, category: string): unknown => ({
  child,
  custodian,
  categories: [category],
  purpose,
  rationale: 'x',
});
const writes: Readonly<Record<string, Write>> = {
  'police ask the clinic': (register) =>
    register.requestDisclosure(
      constable,
      request('law-enforcement-investigation', 'mental-health', 'mental-health.risk'),
      ['law-enforcement-investigation'],
    ),
  'a school asks the society': (register) =>
    register.requestDisclosure(principal, request('education-support', 'child-protection', 'child-protection.status'), [
      'education-support',
    ]),
  'police open emergency access': (register) => register.openEmergencyAccess(constable, child, 'x'),
  'police open and close it': async (register) => {
    const { id } = await register.openEmergencyAccess(constable, child, 'x');
    await register.closeEmergencyAccess(constable, id);
  },
  'a school opens emergency access': (register) => register.openEmergencyAccess(principal, child, 'x'),
  'a stranger says something': (register) => register.recordStatement(stranger, { child, text: 'x' }),
  'a stranger consents': (register) =>
    register.recordConsent(stranger, {
      child,
      decision: 'REFUSE',
      by: 'mother-authority',
      recipients: [{ agency: 'child-protection' }],
      purposes: ['ongoing-protection-service'],
      categories: ['child-protection'],
    }),
};

for (const kind of testDatabases) {
  describeOn(kind, describe, 'strangers to a child', () => {
    let opened: TestRegister;
    let database: Database;
    /** Two gateways share one register. */
    let registers: readonly [Register, Register];
    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        children: [{ child, birthDate: '2015-01-01', disputed: false }],
        involvements: [
          involvementWith(child, {
            id: 'service',
            agency: 'child-protection',
            kind: 'ongoing-service',
            assigned: ['cw'],
          }),
        ],
      });
      ({ database } = opened);

      registers = [openRegister(database, { vocabulary }), openRegister(database, { vocabulary })];
    });
    afterAll(() => opened.close());

    it('move nothing that the entitled are answered on, however much they write', async () => {
      const [own, theirs] = registers;
      const ask = () => own.read([child], caseworker);
      const first = (await ask()).facts.get(child);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.constantFrom(...Object.keys(writes)), { minLength: 1, maxLength: 6 }),
          async (names) => {
            const reading = await ask();
            const facts = reading.facts.get(child);
            if (facts === undefined) throw new Error('the child was not read');
            const { rules, network, now } = reading;
            const decision = decide(rules, network, facts, { requester: caseworker, purpose: caseworker.purpose, now });
            const codes = codesOf(vocabulary, decision.yes.FULL);
            expect(codes).toContain('child-protection.status');
            // At once, while the answer waits for its release: some are refused, and none of them is waited for.
            await Promise.all(
              names.map(async (name) => {
                try {
                  await writes[name]?.(theirs);
                } catch (error) {
                  if (!(error instanceof RegisterError)) throw error;
                }
              }),
            );
            const decided = {
              versions: new Map([[child, facts.version]]),
              network: network.version,
              ruleSet: network.ruleSet,
              now,
              user: caseworker,
            };
            expect(await database.transaction((tx) => own.isStillCurrent(tx, decided))).toBe(true);
            // The very object: nothing was even read again.
            expect((await ask()).facts.get(child)).toBe(first);
          },
        ),
        { numRuns: 15 },
      );
    });

    it('and the user whose emergency access it is are decided anew at once, when it opens and when it closes', async () => {
      const [own, theirs] = registers;
      const read = async () => (await own.read([child], sergeant)).facts.get(child);
      const before = await read();
      const { id } = await theirs.openEmergencyAccess(sergeant, child, 'x');
      const opened = await read();
      expect(opened?.emergencies.map((each) => each.id)).toContain(id);
      expect(opened?.version).not.toBe(before?.version);
      await theirs.closeEmergencyAccess(sergeant, id);
      const closed = await read();
      expect(closed?.version).not.toBe(opened?.version);
      expect(closed?.emergencies.find((each) => each.id === id)?.closedAt).not.toBeNull();
      // Nobody else's, in what is read for a user; everybody's, in what is read for none.
      expect((await own.read([child], caseworker)).facts.get(child)?.emergencies).toEqual([]);
      const users = (await own.read([child])).facts.get(child)?.emergencies.map(({ user }) => user);
      expect(new Set(users)).toEqual(new Set(['constable', 'principal', 'sergeant']));
    });
  });
}
