import { describe, expect, test } from '@jest/globals';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { compareWorlds } from './compare-worlds.ts';
import { checkCase } from './check-case.ts';
import type { Case } from './draw-case.ts';
import { drawCases } from './draw-case.ts';
import { ask, gate } from './harness.ts';
import type { Asked, Faults } from './network.ts';
import type { Allowed, Permissions } from './permissions.ts';
import { allPurposes } from './permissions.ts';
import { vary } from './vary.ts';
import type { World } from './world.ts';

/**
 * Before it is believed that there are no leaks, the generator is shown to find these. Each is seeded from outside the gate: the gate is told more
 * than the judge knows, or an agency behaves as none should. (test/mutants/gate.ts seeds faults inside the gate.)
 */
const within = 400;

/** How many cases it takes to notice; undefined where it is not noticed. */
async function casesUntil(isNoticed: (one: Case) => Promise<boolean>): Promise<number | undefined> {
  let count = 0;
  for (const one of drawCases(within, gate.apiSchema)) {
    count++;
    if (await isNoticed(one)) return count;
  }
  return undefined;
}

type Widen = (allowed: Allowed, recipient: string, child: string) => Allowed;

function widened(permissions: Permissions, widen: Widen): Permissions {
  return new Map(
    [...permissions].map(([child, by]) => [
      child,
      new Map([...by].map(([recipient, allowed]) => [recipient, widen(allowed, recipient, child)])),
    ]),
  );
}

const also =
  (recipient: string, ...codes: string[]): Widen =>
  (allowed, each) =>
    each === recipient ? new Map([...allowed, ...codes.map((code) => [code, 'FULL'] as const)]) : allowed;

describe('The recorder and the single server notice', () => {
  const tooMuch: Record<string, Widen> = {
    'one category of a field': also('me', 'identity.name'),
    'one category of an argument': also('me', 'mental-health.session-notes'),
    'one category of a filter': also('me', 'police.narrative'),
    'one category of a type of records': also('me', 'police.incident'),
    'one category that a record has of its own': also('me', 'sensitivity.psychiatry'),
    'one category behind another agency’s key': also('me', 'police.officer-contact'),
    'a summary taken for all of it': (allowed, recipient) =>
      recipient === 'me' ? new Map([...allowed].map(([code]) => [code, 'FULL'] as const)) : allowed,
    'one child’s permission taken for another’s': (allowed, recipient, child) =>
      recipient === 'me' && child.startsWith('kidb') ? new Map([...allowed, ...everything(allowed)]) : allowed,
    'what another agency may be told': also('education', 'identity.birth-date'),
    'who asks, told to another agency': also('police', 'child-protection.involvement'),
  };
  const everything = (allowed: Allowed): Allowed =>
    new Map(
      ['identity.name', 'education.enrolment', 'police.incident', ...allowed.keys()].map((code) => [code, 'FULL']),
    );

  test.each(Object.entries(tooMuch))('%s', async (_name, widen) => {
    const count = await casesUntil(async (one) => {
      const asked = await ask(one.world, widened(one.permissions, widen), one.operation);
      return checkCase(one, asked).fault !== undefined;
    });
    expect(count).toBeLessThanOrEqual(within);
  });

  test.each<[string, (asked: Asked) => AgencyRequest[]]>([
    [
      'a field asked beside those that are permitted',
      ({ requests }) =>
        requests.map((each) => ({
          ...each,
          query: each.query.replace('...on Child{__typename id', '...on Child{__typename id name birthDate'),
        })),
    ],
    [
      'an id that does not belong in a request',
      ({ requests }) =>
        requests.map((each) => ({
          ...each,
          query: each.query.replace('__typename id involved{id}', '__typename id involved{id name}'),
        })),
    ],
    [
      'who asks, told to all',
      ({ requests }) => requests.map((each) => ({ ...each, purpose: 'child-protection-investigation' })),
    ],
    [
      'every purpose, told to who may know of one',
      ({ requests }) =>
        requests.map((each) => (each.purpose === undefined ? each : { ...each, purpose: allPurposes.join() })),
    ],
  ])('%s', async (_name, leak) => {
    const count = await casesUntil(async (one) => {
      const asked = await ask(one.world, one.permissions, one.operation, one.purposes);
      return checkCase(one, { ...asked, requests: leak(asked) }).fault !== undefined;
    });
    expect(count).toBeLessThanOrEqual(within);
  });
});

describe('Two worlds notice', () => {
  type Data = Record<string, unknown>;
  const everyList = (value: unknown, change: (list: unknown[]) => unknown[]): unknown => {
    if (Array.isArray(value)) return change(value.map((item) => everyList(item, change)));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everyList(inner, change)]));
  };
  const lists = (change: (list: unknown[]) => unknown[]): Faults => ({
    reply: (_request, data: Data) => ({ data: everyList(data, change) as Data, errors: [] }),
  });
  const isRecords = (list: unknown[]): boolean =>
    list.some((each) => typeof each === 'object' && each !== null && 'involved' in each);

  const leaks: Record<string, { faults?: Faults; seen?: (asked: Asked) => Asked }> = {
    'an agency that cuts its list before the decision': {
      faults: lists((list) => (isRecords(list) ? list.slice(0, 1) : list)),
    },
    'a register that is read only where there is somebody to read of': {
      seen: (asked) => ({ ...asked, reads: asked.reads.filter((each) => each.length > 0) }),
    },
    'how many children were read of, in the answer': {
      seen: (asked) => ({ ...asked, executed: { ...asked.executed, httpStatus: 200 + asked.reads.flat().length } }),
    },
  };
  test.each(Object.entries(leaks))('%s', async (_name, { faults, seen = (asked) => asked }) => {
    const count = await casesUntil(async (one) => {
      const asking = (world: World) => ask(world, one.permissions, one.operation, one.purposes, faults);
      const here = await asking(one.world);
      const there = await asking(vary(one.random, one.world, one));
      return compareWorlds(seen(here), seen(there)) !== undefined;
    });
    expect(count).toBeLessThanOrEqual(within);
  });
});
