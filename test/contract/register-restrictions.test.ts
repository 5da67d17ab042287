import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import type { Database } from '@trellis/platform';
import { migrateRegister, openRegister, seedRegister, type Actor, type Register } from '@trellis/register';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

const pack = readFileSync(new URL('../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
const actor = actorFor('privacy-administration');
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');
const [society, societyToo] = ['cp-1', 'cp-2'].map((user) =>
  actor('child-protection', 'privacy-officer', user, 'officer'),
);
const [clinic, clinicToo] = ['mh-1', 'mh-2'].map((user) => actor('mental-health', 'privacy-officer', user, 'officer'));
const [one, two] = ['net-1', 'net-2'].map((user) => actor('network', 'privacy-officer', user, 'officer'));
const police = actor('police', 'privacy-officer', 'po-1', 'officer');
const mother: Requester = { agency: 'family', role: 'parent', user: 'mother', kind: 'family' };
const kim: Requester = { agency: 'family', role: 'child', user: 'kim', kind: 'family' };
const worker: Requester = { agency: 'child-protection', role: 'caseworker', user: 'cw', kind: 'worker' };

for (const kind of testDatabases) {
  describeOn(kind, describe, 'what restricts binds at once, and its end takes two people', () => {
    let server: OpenedDatabases;
    let database: Database;
    let register: Register;
    let child = '';
    let drawn = 0;
    beforeAll(async () => {
      server = await kind.open();
      database = await server.database('register');
      await migrateRegister(database);
      await database.transaction((tx) => seedRegister(tx, { at: 0, ruleSets: [pack] }));
      register = openRegister(database, { vocabulary });
    });
    afterAll(() => server.close());
    beforeEach(async () => {
      child = 'abcdefghijklmnop'.charAt(drawn++).repeat(26);
      const involvement = { child, evidence: 'file', from: 0, to: null };
      const authority = { child, domains: null, jointWith: [], from: '2016-01-01', to: null, suspended: false };
      await database.transaction((tx) =>
        seedRegister(tx, {
          at: 0,
          children: [{ child, birthDate: '2018-01-01', disputed: false }],
          authorities: [
            { ...authority, id: `m-${child}`, holder: 'mother', kind: 'custodial-parent' },
            { ...authority, id: `k-${child}`, holder: 'kim', kind: 'child', domains: ['mental-health'] },
          ],
          involvements: [
            { ...involvement, id: `s-${child}`, agency: 'child-protection', kind: 'ongoing-service', assigned: ['cw'] },
            { ...involvement, id: `c-${child}`, agency: 'mental-health', kind: 'treatment', assigned: ['dr'] },
          ],
        }),
      );
    });

    const code = (promise: Promise<unknown>): Promise<unknown> =>
      promise.then(
        () => 'allowed',
        (error: unknown) => (error as { code?: string }).code,
      );
    const given = async (requester: Requester, purpose: string): Promise<readonly string[]> => {
      const { rules, network, facts, now } = await register.read([child]);
      return codesOf(vocabulary, decide(rules, network, facts.get(child)!, { requester, purpose, now }).yes.SUMMARY);
    };

    it('a parent whom an investigation names reads less from then on, until two others say that it is over', async () => {
      const before = await given(mother, 'family-access');
      const input = { child, user: 'mother', relation: 'ALLEGED', evidence: 'intake 7' };
      expect(await code(register.recordRelation(police, input))).toBe('FORBIDDEN');
      const { id } = await register.recordRelation(caseworker, input);
      const then = await given(mother, 'family-access');
      expect([then.length < before.length, then.every((each) => before.includes(each))]).toEqual([true, true]);
      expect(
        await code(
          register.hideWhereabouts(actor('family', 'parent', 'mother', 'family'), { children: [child], reason: 'x' }),
        ),
      ).toBe('FORBIDDEN');
      expect(await code(register.endRelation(clinic!, id, 'x'))).toBe('FORBIDDEN');
      expect(await code(register.confirmRelation(society!, id))).toBe('CONFLICT');
      await register.endRelation(society!, id, 'closed');
      expect(await code(register.confirmRelation(society!, id))).toBe('FORBIDDEN');
      const waits = async (who: Actor) => (await register.confirmations(who, 50)).map((each) => each.id);
      expect([(await waits(society!)).includes(id), (await waits(societyToo!)).includes(id)]).toEqual([false, true]);
      expect(await given(mother, 'family-access')).toEqual(then);
      await register.confirmRelation(societyToo!, id);
      expect(await given(mother, 'family-access')).toEqual(before);
      expect(await code(register.endRelation(society!, id, 'again'))).toBe('CONFLICT');
      const kinds = async (agency: string) =>
        (await register.noticesFor({ agency })).filter(({ record }) => record === id).map((each) => each.kind);
      expect(await kinds('network')).toEqual(expect.arrayContaining(['RELATION_RECORDED', 'RELATION_TO_CONFIRM']));
      expect(await register.noticesFor({ agency: 'family', user: 'mother' })).toEqual([]);
    });

    it('a worker of the child’s own family reads nothing of it, and ends that neither alone nor with another', async () => {
      expect((await given(worker, 'ongoing-protection-service')).length).toBeGreaterThan(0);
      const { id } = await register.recordRelation(one!, { child, user: 'cw', relation: 'OWN_FAMILY', evidence: 'x' });
      expect(await given(worker, 'ongoing-protection-service')).toEqual([]);
      const herself = actor('network', 'privacy-officer', 'cw', 'officer');
      expect(await code(register.endRelation(herself, id, 'x'))).toBe('FORBIDDEN');
      await register.endRelation(two!, id, 'x');
      expect(await code(register.confirmRelation(herself, id))).toBe('FORBIDDEN');
    });

    it('a custodian’s finding of harm takes its own records out, and no other custodian’s', async () => {
      const before = await given(kim, 'family-access');
      const input = {
        child,
        recipient: { agency: 'family', role: 'child' },
        categories: ['mental-health'],
        reason: 'x',
      };
      expect(await code(register.recordHarmRefusal(clinic!, { ...input, categories: ['education'] }))).toBe(
        'BAD_REQUEST',
      );
      expect(await code(register.recordHarmRefusal(police, { ...input, categories: ['police'] }))).toBe('FORBIDDEN');
      const { id } = await register.recordHarmRefusal(clinic!, input);
      const then = await given(kim, 'family-access');
      expect(before.filter((each) => !then.includes(each))).not.toEqual([]);
      expect(before.filter((each) => !then.includes(each)).every((each) => each.startsWith('mental-health.'))).toBe(
        true,
      );
      expect(await code(register.endHarmRefusal(society!, id, 'x'))).toBe('FORBIDDEN');
      await register.endHarmRefusal(clinic!, id, 'better');
      expect(await code(register.confirmHarmRefusal(clinic!, id))).toBe('FORBIDDEN');
      await register.confirmHarmRefusal(clinicToo!, id);
      expect(await given(kim, 'family-access')).toEqual(before);
    });
  });
}
