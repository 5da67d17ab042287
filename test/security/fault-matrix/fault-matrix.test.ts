import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDevelopmentKeys, startNetwork, type Network } from '@trellis/network';
import type { Requester } from '@trellis/vocabulary';
import { vocabulary } from '@trellis/vocabulary';
import { Kind, parse } from 'graphql';
import { openCachedGateway, type CachedGateway } from './open-cached-gateway.ts';
import { idOf, worker } from '../../e2e/network/people.ts';
import { patience, readAnswer, usualNow, type Answer } from '../../e2e/network/start-observed-network.ts';
import { faults, stranger, unasked, type Fault } from './fault.ts';
import { makeDatabaseFaulty, type FaultyDatabase } from './make-database-faulty.ts';
import { openFaultyAgency, type FaultyAgency } from './open-faulty-agency.ts';
import { openFaultyRedis, type FaultyRedis } from './open-faulty-redis.ts';

const agencyNames = ['child-protection', 'education', 'identity', 'mental-health', 'police', 'register'];
const caseworker = { requester: worker('cw-osei'), purpose: 'child-protection-investigation' };
const teacher = { requester: worker('te-carrow'), purpose: 'education-support' };
/** Waiting for what hangs takes its time: once is enough. */
const askersFor = (fault: Fault) => (fault === 'hung' ? [caseworker] : [caseworker, teacher]);
const query = `query($ids: [NetworkId!]!) {
  children(ids: $ids) {
    id name givenName
    inProtection protection { status riskLevel referrals { concern reporter { kind } } }
    inMentalHealthService mentalHealth { inService conditions { display } safetyPlan { copingSteps } }
    education { grade attendanceEvents { on kind } }
    knownToPolice policeContact { name }
    involvements { kind }
  }
}`;
const ids = [idOf('Theo'), idOf('Finn')];

/** `Type.field` → the agency that answers it, read from the supergraph by hand. */
const owners = new Map(
  parse(readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8')).definitions.flatMap(
    (type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION && type.name.value === 'Child'
        ? (type.fields ?? []).map((field): [string, string] => {
            const join = field.directives?.find(({ name }) => name.value === 'join__field');
            const graph = join?.arguments?.find(({ name }) => name.value === 'graph')?.value;
            return [field.name.value, graph?.kind === Kind.ENUM ? graph.value.toLowerCase().replace('_', '-') : ''];
          })
        : [],
  ),
);

/** Whatever hangs is given up soon; nothing else is, however slow the machine. */
const hungMs = 500;
const deadlines = {
  agencyMs: (name: string) => (agencies[name]?.fault === 'hung' ? hungMs : patience),
  get registerMs() {
    return database.fault === 'hung' ? hungMs : patience;
  },
  get releaseMs() {
    return database.fault === 'hung' ? hungMs : patience;
  },
};

let directory: string;
let network: Network;
const agencies: Record<string, FaultyAgency> = {};
let database: FaultyDatabase;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'trellis-faults-'));
  network = await startNetwork({
    dataDirectory: directory,
    now: usualNow,
    randomSeed: 'faults',
    children: 12,
    deadlines,
    between: async (urls) => {
      for (const [name, url] of Object.entries(urls)) agencies[name] = await openFaultyAgency(url);
      return Object.fromEntries(Object.entries(agencies).map(([name, { url }]) => [name, url]));
    },
  });
  database = makeDatabaseFaulty(network.data.databases['register']!);
}, patience);
afterAll(async () => {
  database.heal();
  for (const agency of Object.values(agencies)) await agency.close();
  await network.close();
  rmSync(directory, { recursive: true });
});

async function ask(
  { requester, purpose }: { requester: Requester; purpose: string },
  gateway = network.urls.gateway,
  mint = network.token,
): Promise<Answer> {
  const purposes = [...vocabulary.purposes.keys()].filter((code) => code !== 'research');
  const token = await mint({ ...requester, purposes });
  const headers = { authorization: `Bearer ${token}`, 'purpose-of-use': purpose, 'content-type': 'application/json' };
  const body = JSON.stringify({ query, variables: { ids } });
  return readAnswer(await fetch(`${gateway}/graphql`, { method: 'POST', headers, body }));
}

type Fields = Readonly<Record<string, unknown>>;
const childrenOf = ({ data }: Answer): readonly Fields[] => (data?.['children'] ?? []) as readonly Fields[];

/** Whether a value says nothing that another does not: it is the same, or part of it is null, or a record of a list is not there. */
function saysNoMore(value: unknown, than: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value))
    return value.every((item) => ((than ?? []) as unknown[]).some((other) => saysNoMore(item, other)));
  if (typeof value !== 'object') return value === than;
  const other = (than ?? {}) as Fields;
  return Object.entries(value).every(([name, inner]) => saysNoMore(inner, other[name]));
}

/** The codes of an answer's errors, but for those that are expected. */
function codesOf({ errors }: Answer, ...expected: readonly string[]): readonly string[] {
  return errors.map(({ extensions }) => extensions.code).filter((code) => !expected.includes(code));
}

function expectNoMore(answer: Answer, healthy: Answer): void {
  expect({ text: answer.text, saysNoMore: saysNoMore(answer.data, healthy.data) }).toMatchObject({ saysNoMore: true });
  expect(answer.text).not.toContain(unasked);
  expect(answer.text).not.toContain(stranger);
  expect(answer.headers.get('cache-control')).toBe('no-store');
}

describe.each(agencyNames)('the agency %s', (name) => {
  it.each(faults)('that is %s costs its own fields alone, discloses nothing and holds nothing up', async (fault) => {
    for (const asker of askersFor(fault)) {
      const healthy = await ask(asker);
      expect([healthy.status, ...codesOf(healthy, 'FORBIDDEN')]).toEqual([200]);
      const agency = agencies[name]!;
      agency.fault = fault;
      const answer = await ask(asker);
      // What it never answered has been given up by the time the others' answers are out.
      expect([...agency.waiting]).toEqual([]);
      agency.fault = undefined;
      expect(answer.status).toBe(200);
      expectNoMore(answer, healthy);
      const others = (fields: Fields): Fields =>
        Object.fromEntries(Object.entries(fields).filter(([field]) => owners.get(field) !== name));
      expect(childrenOf(answer).map(others)).toEqual(childrenOf(healthy).map(others));
      expect(codesOf(answer, 'FORBIDDEN', 'AGENCY_UNAVAILABLE')).toEqual([]);
      expect(answer.trellis.withheld).toEqual(healthy.trellis.withheld);
    }
  });
});

describe('the register’s and ledger’s database', () => {
  it.each(faults)('that is %s discloses nothing, and holds nothing up for ever', async (fault) => {
    for (const asker of askersFor(fault)) {
      const healthy = await ask(asker);
      database.fault = fault;
      const answer = await ask(asker);
      database.heal();
      expectNoMore(answer, healthy);
      if (!fault.endsWith('rows')) expect([answer.status, answer.data ?? null]).toEqual([503, null]);
      expect((await ask(asker)).data).toEqual(healthy.data);
    }
  });
});

const { TEST_REDIS_URL: redisUrl = '' } = process.env;
(redisUrl === '' ? describe.skip : describe)('Redis (TEST_REDIS_URL)', () => {
  let redis: FaultyRedis;
  let gateway: CachedGateway;
  beforeAll(async () => {
    redis = await openFaultyRedis(redisUrl);
    gateway = await openCachedGateway(network, agencies, await openDevelopmentKeys(directory), redis.url);
  }, patience);
  afterAll(async () => {
    redis.fault = undefined;
    await gateway.close();
    await redis.close();
  });

  it.each<Fault>([...faults])('that is %s changes no answer', async (fault) => {
    for (const asker of askersFor(fault)) {
      const healthy = await ask(asker);
      redis.fault = fault;
      // Nothing is kept from before: what Redis says is looked at.
      gateway.forget();
      const answer = await ask(asker, gateway.url, gateway.mint);
      redis.fault = undefined;
      expect([answer.status, answer.data, answer.trellis.withheld]).toEqual([
        200,
        healthy.data,
        healthy.trellis.withheld,
      ]);
    }
  });
});
