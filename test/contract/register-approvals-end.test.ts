// An approved disclosure stays open for as long as it was approved, and never for longer than the rules let any approval last.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codesOf, decide } from '@trellis/decision';
import { vocabulary } from '@trellis/vocabulary';
import { actorFor } from './actor-for.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { involvementWith } from './records-of.ts';

const child = 'a'.repeat(26);
const dayMs = 24 * 3_600_000;
const purpose = 'law-enforcement-investigation';
const constable = actorFor(purpose)('police', 'officer', 'po', 'worker');
const approver = actorFor('privacy-administration')('child-protection', 'approver', 'cp', 'officer');

let opened: TestRegister;
let now = Date.parse('2026-03-01T12:00:00Z');
beforeAll(async () => {
  opened = await openTestRegister(
    undefined,
    {
      children: [{ child, birthDate: '2016-01-01', disputed: false }],
      involvements: [
        involvementWith(child, { id: 'p', agency: 'police', kind: 'police-investigation', assigned: ['po'] }),
        involvementWith(child, { id: 's', agency: 'child-protection', kind: 'ongoing-service', assigned: ['cw'] }),
      ],
    },
    { clock: { now: () => now } },
  );
});
afterAll(() => opened.close());

async function approvedFor(days: number): Promise<number> {
  const { register } = opened;
  const categories = ['child-protection.risk'];
  const request = { child, custodian: 'child-protection', categories, purpose, rationale: 'r' };
  const { id } = await register.requestDisclosure(constable, request, [purpose]);
  const { body } = await register.approveDisclosure(approver, id, new Date(now + days * dayMs).toISOString(), 'needed');
  return (Number(body.until) - now) / dayMs;
}

async function reads(): Promise<boolean> {
  const { facts, network, rules, now: at } = await opened.register.read([child]);
  const { yes } = decide(rules, network, facts.get(child)!, { requester: constable, purpose, now: at });
  return codesOf(vocabulary, yes.FULL).includes('child-protection.risk');
}

it('ends when it was said to, and opens nothing afterwards', async () => {
  expect([await approvedFor(10), await reads()]).toEqual([10, true]);
  now += 10 * dayMs;
  expect(await reads()).toBe(false);
});

it('ends when the rules let no approval last longer, whatever later day was said', async () => {
  expect(await approvedFor(5_000)).toBe(366);
  now += 365 * dayMs;
  expect(await reads()).toBe(true);
  now += dayMs;
  expect(await reads()).toBe(false);
});

it('is for an instant to come', async () => {
  for (const days of [0, -1]) await expect(approvedFor(days)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
