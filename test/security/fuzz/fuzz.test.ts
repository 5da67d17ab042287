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
import { secretsOf } from './secrets.ts';

/** `npm run nightly` sends 50,000; here as many as CI has the time for. */
const requests = Number(process.env['TRELLIS_FUZZ'] ?? 5_000);
const atOnce = 8;
const mostGrowth = 50 * 2 ** 20;
const sdl = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
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

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork({ children: 60 });
}, patience);
afterAll(() => network.close());

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
  const withheld = await secretsOf(network, schema, askers);
  expect(withheld.length).toBeGreaterThan(100);
  const headers = await Promise.all(
    askers.map(async ({ requester, purpose }) => ({
      authorization: `Bearer ${await network.tokenOf(requester)}`,
      'purpose-of-use': purpose,
      'content-type': 'application/json',
    })),
  );
  const random = new Random(Number(process.env['TRELLIS_SEED'] ?? 1));
  const statuses = new Map<string, number>();
  const before = heap();
  let sent = 0;
  const send = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      const { kind, body } = bodyOf(random);
      const response = await fetch(`${network.urls.gateway}/graphql`, {
        method: 'POST',
        headers: random.pick(headers),
        body,
      });
      const text = await response.text();
      const shown = withheld.filter((word) => text.includes(word));
      const said = JSON.parse(text) as { data?: unknown };
      statuses.set(`${kind} ${String(response.status)}`, (statuses.get(`${kind} ${String(response.status)}`) ?? 0) + 1);
      if (response.status >= 500 || shown.length > 0 || response.headers.get('cache-control') !== 'no-store') {
        throw new Error(`${String(response.status)} ${shown.join('; ')}\n${body.toString()}\n${text}`);
      }
      expect(typeof said).toBe('object');
      network.recorded.length = 0;
      network.logged.length = 0;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
  const growth = heap() - before;
  console.log(
    `${String(sent)} requests, ${String(withheld.length)} withheld values looked for, ${[...statuses]
      .sort()
      .map(([what, many]) => `${what}: ${String(many)}`)
      .join(', ')}; the heap grew by ${(growth / 2 ** 20).toFixed(1)} MB`,
  );
  expect(growth).toBeLessThan(mostGrowth);
  const { status, data } = await network.ask({ ...askers[0]!, query: '{ __typename }' });
  expect([status, data]).toEqual([200, { __typename: 'Query' }]);
}, 36_000_000);
