import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedRegister } from '@trellis/register';
import { shippedProtocols } from '../../cases/facts-of.ts';
import { isOfRegister, now, readCases, type Case } from '../../cases/read-cases.ts';
import { runRegisterStep, type RegisterClient } from '../../cases/run-register-step.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';
import { giveCase, type GivenCase } from './given-case.ts';
import { change, isOfRecords, listedTo, spokenOf, askStep, type Asking } from './ask-step.ts';

/** Which requesters no issuer vouches for: the server refuses them before anything is decided, and only the engine can be asked. */
const noRequester: readonly { readonly step: (each: Asking) => boolean; readonly code: string }[] = [
  { step: ({ ask }) => ask.purpose === '', code: 'PURPOSE_REQUIRED' },
  { step: ({ ask }) => ask.role === 'no-such-role', code: 'UNAUTHENTICATED' },
];

/**
 * What only the engine's runner can tell of these tables. A category that no field of a child is of lies in records behind another category
 * that the step withholds. And what a case opens behind a field that it leaves closed (attendance without that there is a school record) is
 * permitted and yet not disclosed by the graph, so that the ledger has no ground of it, the answer no obligation, and no list shows it.
 */
const onlyTheEngine: readonly string[] = [
  'case 12: police.narrative',
  'case 18: police.youth-record-expired',
  'case 19: police.youth-record',
  'case 25: police.youth-record-expired',
  ...['involvement', 'victim', 'narrative', 'accused', 'witness'].map((part) => `case 74: police.${part}`),
  ...['involvement', 'victim'].map((part) => `case 75: police.${part}`),
  'case 76: police.involvement',
  'case 7: what was disclosed of education.attendance',
  'case 14: what was disclosed of child-protection.investigation',
  'case 25: what was disclosed of mental-health.condition',
];
const tellable = (category: string): boolean => !isOfRecords(category) || category.startsWith('sensitivity.');

const cases = readCases().map((each, at) => ({ ...each, each, at }));
/** Protocols hold for the whole network: the cases that have none come first. */
const inOrder = [...cases.filter(({ given }) => !given.protocols), ...cases.filter(({ given }) => given.protocols)];

let network: ObservedNetwork;
beforeAll(async () => {
  // Long before any of it: the first rule set is live from here.
  network = await startObservedNetwork({ now: '2020-01-02T00:00:00Z', children: 2 });
}, patience);
afterAll(() => network.close());

/** The register's part of the graph as the whole graph has it. */
const client: RegisterClient = {
  async ask(requester, purpose, { query, variables }) {
    const { data, errors } = await network.ask({ requester, purpose, query, variables });
    return {
      data: data ?? null,
      errors: errors.map(({ extensions: { code, reason } }) => ({ code, reason: reason as string | undefined })),
    };
  },
  enterChild: (child, selection) => `{ child(id: "${child}") { ${selection} } }`,
};

async function giveProtocols(): Promise<void> {
  await network.data.databases['register']!.transaction((tx) =>
    seedRegister(tx, { at: network.data.clock.now(), standingApprovals: shippedProtocols() }),
  );
}

describe.each(inOrder)('case $number: $title', ({ each, at }) => {
  it('is told so by the whole graph', async () => {
    network.setNow(now);
    if (each.given.protocols) await giveProtocols();
    const given = await giveCase(network, each, `case-${String(at)}`);
    const made = new Map<string, string>();
    for (const step of each.steps) {
      if (isOfRegister(step)) {
        await runRegisterStep(client, given, step, made);
        continue;
      }
      if ('do' in step) {
        await change(network, given, step.do);
        continue;
      }
      network.setNow(step.at ?? now);
      const refused = noRequester.find((every) => every.step(step));
      if (refused) await expectRefused(step, given, refused.code);
      else await expectTold(step, given, each);
      network.setNow(now);
    }
  });
});

async function expectTold(step: Asking, given: GivenCase, { number }: Case): Promise<void> {
  const { then } = step;
  const told = await askStep(network, given, step);
  const only = (codes: readonly string[]): readonly string[] =>
    codes.filter((code) => {
      if (!tellable(code)) expect(onlyTheEngine).toContain(`case ${String(number)}: ${code}`);
      return tellable(code);
    });
  // Of what lies behind a withheld field nothing is said by itself.
  const isInReach = (code: string): boolean => !told.outOfReach.has(code);
  const levels = (codes: readonly string[], level: string) =>
    only(codes)
      .filter(isInReach)
      .map((code) => [code, level] as const);
  const here = Object.fromEntries(
    only(spokenOf(step))
      .filter(isInReach)
      .map((code) => [code, told.levels[code]]),
  );
  expect({ step: JSON.stringify(step.ask), at: step.at, levels: here }).toEqual({
    step: JSON.stringify(step.ask),
    at: step.at,
    levels: Object.fromEntries([
      ...levels(then.permitted, 'FULL'),
      ...levels(then.summaryOnly, 'SUMMARY'),
      ...levels([...then.withheld, ...then.filters], 'withheld'),
    ]),
  });
  const disclosed = (code: string): boolean => {
    if (told.outOfReach.has(code))
      expect(onlyTheEngine).toContain(`case ${String(number)}: what was disclosed of ${code}`);
    return !told.outOfReach.has(code);
  };
  for (const [code, ground] of Object.entries(then.grounds)) {
    if (!disclosed(code)) continue;
    const [kind = '', id = ''] = ground.split(' ');
    const isOwn = ['CONSENT', 'ORDER', 'APPROVAL', 'EMERGENCY'].includes(kind);
    expect([code, told.grounds[code]]).toEqual([
      code,
      expect.arrayContaining([`${kind} ${isOwn ? given.idOf(id) : id}`]),
    ]);
  }
  const inReach = (routes: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(routes).filter(([code]) => isInReach(code)));
  expect(inReach(told.routes)).toEqual(inReach(then.routes));
  for (const [code, obligations] of Object.entries(then.obligations)) {
    if (!disclosed(code)) continue;
    // What is owed for a category of records alone is owed where such a record appears.
    expect([code, [...(told.obligations[code] ?? [])].sort()]).toEqual([code, [...obligations].sort()]);
  }
  if (then.shown !== undefined) expect({ at: step.at, shown: told.shown }).toEqual({ at: step.at, shown: then.shown });
  expect(told.stillListed).toEqual(then.stillListed.filter(disclosed));
  expect(told.leaked).toEqual([]);
  for (const { user, role, categories } of then.listed)
    expect({ user, listed: await listedTo(network, given, step, { user, role }, told.disclosure) }).toEqual({
      user,
      listed: [...categories].sort(),
    });
}

async function expectRefused({ ask }: Asking, { children }: GivenCase, code: string): Promise<void> {
  const { purpose, agency, role, user } = ask;
  const [child = ''] = children.values();
  const headers = {
    authorization: `Bearer ${await network.tokenOf({ agency, role, user, kind: 'worker' })}`,
    'content-type': 'application/json',
    ...(purpose !== '' && { 'purpose-of-use': purpose }),
  };
  const answer = await network.post(JSON.stringify({ query: `{ child(id: "${child}") { name } }` }), headers);
  expect(answer.errors.map(({ extensions }) => extensions.code)).toEqual([code]);
}
