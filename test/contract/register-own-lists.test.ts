import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { involvementWith } from './records-of.ts';

const [first, second] = ['a'.repeat(26), 'b'.repeat(26)];
const workers = ['child-protection', 'police'] as const;

let opened: TestRegister;
beforeAll(async () => {
  opened = await openTestRegister(undefined, {
    children: [first, second].map((child) => ({ child, birthDate: '2016-01-01', disputed: false })),
    involvements: [first, second].flatMap((child, at) =>
      workers.map((agency) =>
        involvementWith(child, { id: `${agency}-${String(at)}`, agency, kind: 'ongoing-service', assigned: ['w'] }),
      ),
    ),
  });
});
afterAll(() => opened.close());

it('a page of an agency’s list begins after a record of its own: after another’s it tells nothing of that one', async () => {
  const { register } = opened;
  const after = async (id: string) =>
    (await register.openCases({ agency: 'child-protection' }, { first: 9, after: id })).map((each) => each.id);
  expect(await after('child-protection-0')).toEqual(['child-protection-1']);
  for (const id of ['police-0', 'police-1', 'nobody']) expect([id, await after(id)]).toEqual([id, []]);
});
