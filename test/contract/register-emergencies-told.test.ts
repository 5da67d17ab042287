// Whoever keeps records that an emergency access opens is told of it, also who keeps them from before.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { involvementWith } from './records-of.ts';

const caseworker = actorFor('emergency')('child-protection', 'caseworker', 'cw', 'worker');

let opened: TestRegister;
let child = '';
let drawn = 0;
beforeAll(async () => {
  opened = await openTestRegister();
});
afterAll(() => opened.close());
beforeEach(async () => {
  child = 'abcdef'.charAt(drawn++).repeat(26);
  const works = (agency: string, kind: string, assigned: readonly string[]) =>
    involvementWith(child, { id: `${agency}-${child}`, agency, kind, assigned });
  await opened.seed({
    children: [{ child, birthDate: '2016-01-01', disputed: false }],
    involvements: [
      works('child-protection', 'ongoing-service', ['cw']),
      works('education', 'enrolment', ['te']),
      works('mental-health', 'treatment', ['dr']),
    ],
  });
});

const told = async (agency: string, record: string): Promise<readonly string[]> =>
  (await opened.register.noticesFor({ agency })).filter((each) => each.record === record).map((each) => each.kind);

it('tells an agency too that worked with the child once, and keeps what it recorded', async () => {
  await opened.seed({
    involvements: [
      involvementWith(child, { id: `old-${child}`, agency: 'police', kind: 'police-investigation', to: 1 }),
    ],
  });
  const { id } = await opened.register.openEmergencyAccess(caseworker, child, 'not home');
  expect(await told('police', id)).toEqual(['EMERGENCY_OPENED']);
});

it('tells the other agencies that work with the child, whose records it may open', async () => {
  const { id } = await opened.register.openEmergencyAccess(caseworker, child, 'not home');
  expect(await told('education', id)).toEqual(['EMERGENCY_OPENED']);
  expect(await told('mental-health', id)).toEqual(['EMERGENCY_OPENED']);
  expect(await told('police', id)).toEqual([]);
  expect(await told('child-protection', id)).toEqual(['EMERGENCY_TO_REVIEW']);
});
