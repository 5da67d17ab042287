import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import type { Actor, Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { codeOf } from './code-of.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver, involvementWith } from './records-of.ts';

const child = 'a'.repeat(26);
const asFamily = actorFor('family-access');
const counsel = asFamily('family', 'counsel', 'counsel', 'family');
const mother = asFamily('family', 'parent', 'mother', 'family');
const approver = actorFor('privacy-administration')('child-protection', 'approver', 'cp-2', 'officer');
const risk = { child, custodian: 'child-protection', categories: ['child-protection.risk'], purpose: 'family-access' };

describe("a child's lawyer, to whom a rule lets the society disclose on approval", () => {
  let opened: TestRegister;
  let register: Register;
  beforeAll(async () => {
    opened = await openTestRegister();
    ({ register } = opened);
    await opened.seed({
      children: [{ child, birthDate: '2016-01-01', disputed: false }],
      authorities: [
        authorityOver(child, { id: 'm', holder: 'mother' }),
        authorityOver(child, { id: 'c', holder: 'counsel', kind: 'childs-counsel' }),
      ],
      involvements: [
        involvementWith(child, { id: 's', agency: 'child-protection', kind: 'ongoing-service', assigned: ['cw'] }),
      ],
    });
  });
  afterAll(() => opened.close());

  const ask = (who: Actor, about = child) =>
    register.requestDisclosure(who, { ...risk, child: about, rationale: 'for the hearing' }, ['family-access']);
  const reads = async (who: Actor): Promise<boolean> => {
    const { facts, network, rules, now } = await register.read([child]);
    const { yes } = decide(rules, network, facts.get(child)!, { requester: who, purpose: 'family-access', now });
    return codesOf(vocabulary, yes.FULL).includes('child-protection.risk');
  };

  it('asks, is told of the answer, and reads for as long as was approved', async () => {
    const { id } = await ask(counsel);
    expect(await reads(counsel)).toBe(false);
    await register.approveDisclosure(approver, id, new Date(Date.now() + 86_400_000), 'she acts for the child');
    expect([await reads(counsel), await reads(mother)]).toEqual([true, false]);
    const told = await register.noticesFor({ agency: 'family', user: 'counsel' });
    expect(told).toMatchObject([{ kind: 'DISCLOSURE_APPROVED', record: id }]);
    expect(
      (await register.requestsBy({ agency: 'family', user: 'counsel' }, null, { first: 9 })).map((each) => each.id),
    ).toEqual([id]);
  });

  it('is refused for a child that is not theirs, and a parent for any', async () => {
    expect(await codeOf(ask(counsel, 'b'.repeat(26)))).toBe('FORBIDDEN');
    expect(await codeOf(ask(mother))).toBe('FORBIDDEN');
  });
});
