import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Supergraph } from '@apollo/federation-internals';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { namedChildQuery, namedChildren } from '@trellis/network';
import { Random } from '../../gate/random.ts';
import { idOf, worker } from '../../e2e/network/people.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../../e2e/network/start-observed-network.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import { mutateOperation } from './mutate-operation.ts';
import { openFinder } from './open-finder.ts';
import { withheldValues } from './withheld-values.ts';

/** `npm run nightly` sends 50,000; here as many as CI has the time for. */
const requests = Number(process.env['TRELLIS_FUZZ'] ?? 600);
const atOnce = 8;
/** Of so many each asker asks again, to see what asking leaves. */
const again = Math.min(300, requests / 4);
const times = 3;
const megabyte = 2 ** 20;
/** What may be remembered of all requests, and what of those that were made before. */
const most = { kept: 50 * megabyte, keptAgain: 2 * megabyte };
const agencyFiles = ['child-protection', 'education', 'mental-health', 'police'].map(
  (name) => `networks/ontario/agencies/${name}/agency.yaml`,
);
const publicFiles = [
  'schema/supergraph.graphql',
  'networks/ontario/network.yaml',
  ...agencyFiles,
  'gateway/errors.ts',
].map((file) => new URL(`../../../${file}`, import.meta.url));
const sdl = readFileSync(publicFiles[0]!, 'utf8');
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();

const theo = idOf('Theo');
const askers = [
  { requester: worker('te-carrow'), purpose: 'education-support' },
  { requester: worker('po-garrick'), purpose: 'law-enforcement-investigation' },
];
const seeds: readonly { readonly query: string; readonly variables?: Record<string, string | string[]> }[] = [
  { query: namedChildQuery, variables: { id: theo } },
  {
    query: `query($id: NetworkId!, $some: Boolean = true) { child(id: $id) {
      ...Records incidents(where: { clearance: OPEN }, first: 3) { id violation narrative involved { id name } }
      kin: siblings { id name protection @include(if: $some) { riskLevel placements(first: 2) { from } } }
    } }
    fragment Records on Child { mentalHealth { conditions { display } scores(instrument: PHQ_9) { total } } education { grade } }`,
    variables: { id: theo },
  },
  {
    query:
      'query($ids: [NetworkId!]!) { children(ids: $ids) { id name expectedGrade education { discipline { behaviour } } } }',
    variables: { ids: namedChildren.slice(0, 4).map(({ id }) => id) },
  },
  {
    query:
      '{ incidents(first: 5) { id violation narrative involved { id name mentalHealth { inService } } } me { user } }',
  },
  {
    query:
      '{ findChild(name: "Theo Larkham", birthDate: "2013-03-03") { id name protection { referrals { concern } } } }',
  },
];

/** What every object, list and function inherits, by name: a request that reaches a prototype leaves its own there. Read as properties, since one of them refuses to be read. */
const inheritedProperties = (): readonly (readonly [PropertyKey, unknown])[] =>
  [Object.prototype, Array.prototype, Function.prototype].flatMap((each) =>
    Reflect.ownKeys(each).map((name) => [name, Object.getOwnPropertyDescriptor(each, name)?.value] as const),
  );
const inherited = inheritedProperties();

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork({ children: 60 });
}, patience);
afterAll(() => network.close());

/** What a request says itself comes back, and tells nothing: as it is written, and as it is read. */
function saidIn(body: Buffer): string {
  const text = body.toString();
  try {
    return `${text}${JSON.stringify(JSON.parse(text))}`;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function bodyOf(random: Random): { kind: string; body: Buffer } {
  const seed = random.pick(seeds);
  const kind = random.pick(['bytes', 'json', 'operation', 'operation']);
  const text = JSON.stringify(seed);
  if (kind === 'bytes') return { kind, body: mutateBytes(random, Buffer.from(text)) };
  if (kind === 'json')
    return {
      kind,
      body: Buffer.from(mutateJson(random, { ...seed, query: seed.query, variables: seed.variables ?? {} })),
    };
  return { kind, body: Buffer.from(JSON.stringify({ ...seed, query: mutateOperation(random, schema, seed.query) })) };
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

it(`over ${String(requests)} mutated requests nothing breaks, nothing shows, nothing is kept`, async () => {
  const { values: withheld, held } = await withheldValues(network, askers, schema, publicFiles);
  expect(withheld.length).toBeGreaterThan(1_000);
  const find = openFinder(withheld);
  const headers = await Promise.all(
    askers.map(async ({ requester, purpose }) => ({
      authorization: `Bearer ${await network.tokenOf(requester)}`,
      'purpose-of-use': purpose,
      'content-type': 'application/json',
    })),
  );
  const random = new Random(Number(process.env['TRELLIS_SEED'] ?? 1));
  const statuses = new Map<string, number>();
  const send = async (kind: string, body: Buffer, asker: Record<string, string>): Promise<void> => {
    const response = await fetch(`${network.urls.gateway}/graphql`, { method: 'POST', headers: asker, body });
    const text = await response.text();
    const shown = find(text).filter((value) => !saidIn(body).includes(value));
    const said = JSON.parse(text) as { data?: unknown };
    statuses.set(`${kind} ${String(response.status)}`, (statuses.get(`${kind} ${String(response.status)}`) ?? 0) + 1);
    if (response.status >= 500 || shown.length > 0 || response.headers.get('cache-control') !== 'no-store') {
      throw new Error(`${String(response.status)} ${shown.join('; ')}\n${body.toString()}\n${text}`);
    }
    expect(typeof said).toBe('object');
    network.recorded.length = 0;
    network.logged.length = 0;
  };
  const sendAll = async (each: Iterator<readonly [string, Buffer, Record<string, string>]>): Promise<void> => {
    const some = async (): Promise<void> => {
      for (let next = each.next(); !next.done; next = each.next()) await send(...next.value);
    };
    await Promise.all(Array.from({ length: atOnce }, some));
  };
  const last: Buffer[] = [];
  const drawn = function* () {
    for (let count = 0; count < requests; count++) {
      const { kind, body } = bodyOf(random);
      last.push(body);
      if (last.length > again) last.shift();
      yield [kind, body, random.pick(headers)] as const;
    }
  };
  const repeated = function* () {
    for (const asker of headers) for (const body of last) yield ['again', body, asker] as const;
  };
  const start = heap();
  await sendAll(drawn());
  // What is remembered of an operation is had by now: whoever asks the same again leaves nothing.
  await sendAll(repeated());
  let end = heap();
  let [rounds, keptAgain] = [0, Infinity];
  // What the engine and the test runner keep for themselves comes and goes; a leak leaves as much in each round.
  while (keptAgain >= most.keptAgain && rounds < 3) {
    const before = end;
    for (let time = 0; time < times; time++) await sendAll(repeated());
    end = heap();
    keptAgain = end - before;
    rounds += 1;
  }
  const changed = inheritedProperties().filter(
    ([name, value], at) => inherited[at]?.[0] !== name || inherited[at]?.[1] !== value,
  );
  expect(changed).toEqual([]);
  const kept = end - start;
  console.log(
    `${String(requests)} requests, ${String(withheld.length)} withheld values of ${String(held)} looked for, ${[
      ...statuses,
    ]
      .sort()
      .map(([what, many]) => `${what}: ${String(many)}`)
      .join(
        ', ',
      )}; ${String(times * again * headers.length)} that were known left ${(keptAgain / megabyte).toFixed(1)} MB, all requests ${(kept / megabyte).toFixed(1)} MB`,
  );
  expect(kept).toBeLessThan(most.kept);
  expect(keptAgain).toBeLessThan(most.keptAgain);
  const { status, data } = await network.ask({ ...askers[0]!, query: '{ __typename }' });
  expect([status, data]).toEqual([200, { __typename: 'Query' }]);
}, 36_000_000);
