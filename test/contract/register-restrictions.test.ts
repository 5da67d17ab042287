import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import type { Actor, Register } from '@trellis/register';
import { vocabulary, type Requester } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { codeOf } from './code-of.ts';
import { authorityOver, involvementWith } from './records-of.ts';

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
    let opened: TestRegister;
    let register: Register;
    let child = '';
    let drawn = 0;
    beforeAll(async () => {
      opened = await openTestRegister(kind);
      ({ register } = opened);
    });
    afterAll(() => opened.close());
    beforeEach(async () => {
      child = 'abcdefghijklmnop'.charAt(drawn++).repeat(26);
      await opened.seed({
        children: [{ child, birthDate: '2018-01-01', disputed: false }],
        authorities: [
          authorityOver(child, { id: `m-${child}`, holder: 'mother' }),
          authorityOver(child, { id: `k-${child}`, holder: 'kim', kind: 'child', domains: ['mental-health'] }),
        ],
        involvements: [
          involvementWith(child, {
            id: `s-${child}`,
            agency: 'child-protection',
            kind: 'ongoing-service',
            assigned: ['cw'],
          }),
          involvementWith(child, { id: `c-${child}`, agency: 'mental-health', kind: 'treatment', assigned: ['dr'] }),
        ],
      });
    });

    const given = async (requester: Requester, purpose: string): Promise<readonly string[]> => {
      const { rules, network, facts, now } = await register.read([child]);
      return codesOf(vocabulary, decide(rules, network, facts.get(child)!, { requester, purpose, now }).yes.SUMMARY);
    };

    it('a parent whom an investigation names reads less from then on, until two others say that it is over', async () => {
      const before = await given(mother, 'family-access');
      const input = { child, user: 'mother', relation: 'ALLEGED', evidence: 'intake 7' };
      expect(await codeOf(register.recordRelation(police, input))).toBe('FORBIDDEN');
      const { id } = await register.recordRelation(caseworker, input);
      const then = await given(mother, 'family-access');
      expect([then.length < before.length, then.every((each) => before.includes(each))]).toEqual([true, true]);
      expect(
        await codeOf(
          register.hideWhereabouts(actor('family', 'parent', 'mother', 'family'), { children: [child], reason: 'x' }),
        ),
        // As to anybody, so that she is not told; what it hides is tested with what hides.
      ).toBe('allowed');
      expect(await codeOf(register.endRelation(clinic!, id, 'x'))).toBe('FORBIDDEN');
      expect(await codeOf(register.confirmRelation(society!, id))).toBe('CONFLICT');
      await register.endRelation(society!, id, 'closed');
      expect(await codeOf(register.confirmRelation(society!, id))).toBe('FORBIDDEN');
      const waits = async (who: Actor) => (await register.confirmations(who, 50)).map((each) => each.id);
      expect([(await waits(society!)).includes(id), (await waits(societyToo!)).includes(id)]).toEqual([false, true]);
      expect(await given(mother, 'family-access')).toEqual(then);
      await register.confirmRelation(societyToo!, id);
      expect(await given(mother, 'family-access')).toEqual(before);
      expect(await codeOf(register.endRelation(society!, id, 'again'))).toBe('CONFLICT');
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
      expect(await codeOf(register.endRelation(herself, id, 'x'))).toBe('FORBIDDEN');
      await register.endRelation(two!, id, 'x');
      expect(await codeOf(register.confirmRelation(herself, id))).toBe('FORBIDDEN');
    });

    it('a custodian’s finding of harm takes its own records out, and no other custodian’s', async () => {
      const before = await given(kim, 'family-access');
      const input = {
        child,
        recipient: { agency: 'family', role: 'child' },
        categories: ['mental-health'],
        reason: 'x',
      };
      expect(await codeOf(register.recordHarmRefusal(clinic!, { ...input, categories: ['education'] }))).toBe(
        'BAD_REQUEST',
      );
      expect(await codeOf(register.recordHarmRefusal(police, { ...input, categories: ['police'] }))).toBe('FORBIDDEN');
      const { id } = await register.recordHarmRefusal(clinic!, input);
      const then = await given(kim, 'family-access');
      expect(before.filter((each) => !then.includes(each))).not.toEqual([]);
      expect(before.filter((each) => !then.includes(each)).every((each) => each.startsWith('mental-health.'))).toBe(
        true,
      );
      expect(await codeOf(register.endHarmRefusal(society!, id, 'x'))).toBe('FORBIDDEN');
      await register.endHarmRefusal(clinic!, id, 'better');
      expect(await codeOf(register.confirmHarmRefusal(clinic!, id))).toBe('FORBIDDEN');
      await register.confirmHarmRefusal(clinicToo!, id);
      expect(await given(kim, 'family-access')).toEqual(before);
    });
  });
}
