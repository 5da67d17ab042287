import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { involvementWith } from './records-of.ts';

const child = 'a'.repeat(26);
const actor = actorFor('privacy-administration');
const officer = actor('network', 'privacy-officer', 'net-1', 'officer');
const caseworker = actor('child-protection', 'caseworker', 'cw', 'worker');

let opened: TestRegister;
beforeAll(async () => {
  opened = await openTestRegister(undefined, {
    children: [{ child, birthDate: '2016-01-01', disputed: false }],
    involvements: [
      involvementWith(child, { id: 's', agency: 'child-protection', kind: 'ongoing-service', assigned: ['cw'] }),
    ],
  });
});
afterAll(() => opened.close());

it('what a person may confirm, and what a person asked for, is found behind however much else waits', async () => {
  const { register, database } = opened;
  const { id: erasure } = await register.requestErasure(officer, { child, reason: 'the period is over' });
  // As if the same officer had asked for 250 more the day before, none of which is theirs to confirm.
  await database.query(
    `insert into register.record
     select 'copy-' || n, about, kind, agency, state, body, detail from register.record, generate_series(1, 250) as n where id = $1`,
    [erasure],
  );
  await database.query(
    `insert into register.event (about, version, ordinal, at, act, actor, kind, record, agency, state, body, detail)
     select about, version, ordinal + n, at - interval '1 day', act, actor, kind, 'copy-' || n, agency, state, body, detail
     from register.event, generate_series(1, 250) as n where record = $1`,
    [erasure],
  );
  const uncle = { child, holder: 'uncle', kind: 'custodial-parent', from: '2026-01-01' };
  const { id } = await register.recordAuthority(caseworker, uncle);
  const first = async (...asked: Parameters<typeof register.confirmations>) =>
    (await register.confirmations(...asked)).map((each) => each.id);
  expect(await first(officer, 1)).toEqual([id]);
  expect(await first(caseworker, 1, { own: true })).toEqual([id]);
  const own = await first(officer, 300, { own: true });
  expect([own.length, new Set(own).size, own.includes(id)]).toEqual([251, 251, false]);

  // A page at a time, the list is the same, also where what the page ended with was decided on since.
  const [one, two, three, ...others] = own;
  const behind = (after: string) => first(officer, 300, { own: true, after });
  expect(await behind(two ?? '')).toEqual([three, ...others]);
  expect(await first(officer, 1, { own: true, after: one })).toEqual([two]);
  const isShown = (record: { readonly id: string }): boolean => record.id === others.at(-1);
  expect(await first(officer, 1, { own: true, after: one, isShown })).toEqual(others.slice(-1));
  await register.dropProposal(officer, two ?? '', 'asked for in error');
  expect(await behind(two ?? '')).toEqual([three, ...others]);
  expect(await behind('nobody-has-this')).toEqual([]);
});
