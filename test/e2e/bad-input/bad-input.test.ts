import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryPlanner } from '@apollo/query-planner';
import { openDevelopmentIssuer } from '@trellis/network/development';
import { countStatements } from '../network/count-statements.ts';
import { openClosedGateway, type ClosedGateway } from '../network/open-closed-gateway.ts';
import { idOf, worker } from '../network/people.ts';
import { patience, readAnswer, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

const caseworker = worker('cw-renaud');
const purposes = ['ongoing-protection-service', 'care-coordination'];
const rosalie = idOf('Rosalie');
const query = `{ child(id: "${rosalie}") { name } }`;

let network: ObservedNetwork;
let closed: ClosedGateway;
let statements: ReturnType<typeof countStatements>;
let token: string;
let plans = 0;
const planned = QueryPlanner.prototype.buildQueryPlan;
beforeAll(async () => {
  network = await startObservedNetwork();
  closed = await openClosedGateway(network);
  statements = countStatements(network.data.databases);
  token = await closed.issuer.mint({ ...caseworker, purposes });
  QueryPlanner.prototype.buildQueryPlan = function counted(...args) {
    plans += 1;
    return planned.apply(this, args);
  };
}, patience);
afterAll(async () => {
  QueryPlanner.prototype.buildQueryPlan = planned;
  await closed.close();
  await network.close();
});

type Headers = Readonly<Record<string, string>>;
const usual = (): Headers => ({
  authorization: `Bearer ${token}`,
  'purpose-of-use': 'ongoing-protection-service',
  'content-type': 'application/json',
});
const post = async (body: unknown, more: Headers = {}, method = 'POST') => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = Object.fromEntries(Object.entries({ ...usual(), ...more }).filter(([, value]) => value !== ''));
  return readAnswer(await fetch(`${closed.url}/graphql`, { method, headers, ...(method !== 'GET' && { body: text }) }));
};

const levels = (count: number, level: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => level(at)).join(' ');
const twice = (at: number): string =>
  at < 13 ? `siblings{...F${String(at + 1)}}x:siblings{...F${String(at + 1)}}` : 'id';
const bomb = `{child(id:"${rosalie}"){...F0}} ${levels(14, (at) => `fragment F${String(at)} on Child{${twice(at)}}`)}`;
const deep = `{ child(id: "${rosalie}") { ${'siblings { '.repeat(1_500)}id${' }'.repeat(1_500)} } }`;
const wide = (child: string): string => `{ child(id: "${child}") { name } }`;
const withVariable = { query: 'query($id: NetworkId!) { child(id: $id) { name } }' };

const badIds = [
  '',
  'x',
  '1',
  `${rosalie}a`,
  rosalie.toUpperCase(),
  `${rosalie.slice(0, 25)}1`,
  `${rosalie.slice(0, 24)} a`,
  "' or 1=1--",
];

const cases: readonly [string, unknown, Headers, number, object][] = [
  ...badIds.map((id): [string, unknown, Headers, number, object] => [
    `the id "${id}"`,
    { query: wide(id) },
    {},
    400,
    { code: 'BAD_ID' },
  ]),
  ...badIds
    .slice(0, 3)
    .map((id): [string, unknown, Headers, number, object] => [
      `the id "${id}" as a variable`,
      { ...withVariable, variables: { id } },
      {},
      400,
      { code: 'BAD_ID' },
    ]),
  ['a number for an id', { ...withVariable, variables: { id: 7 } }, {}, 400, { code: 'BAD_ID' }],
  ['an object for an id', { ...withVariable, variables: { id: { $ne: '' } } }, {}, 400, { code: 'BAD_ID' }],
  ['no id', { ...withVariable, variables: {} }, {}, 400, { code: 'BAD_REQUEST' }],
  ['a bad id among good ones', { query: `{ children(ids: ["${rosalie}", "x"]) { id } }` }, {}, 400, { code: 'BAD_ID' }],
  [
    'a day that is none',
    { query: '{ findChild(name: "A B", birthDate: "2013-02-30") { id } }' },
    {},
    400,
    { code: 'BAD_REQUEST' },
  ],
  ['no purpose', { query }, { 'purpose-of-use': '' }, 400, { code: 'PURPOSE_REQUIRED' }],
  ['an unknown purpose', { query }, { 'purpose-of-use': 'curiosity' }, 403, { code: 'PURPOSE_NOT_PERMITTED' }],
  [
    'a purpose that is not in the token',
    { query },
    { 'purpose-of-use': 'emergency' },
    403,
    { code: 'PURPOSE_NOT_PERMITTED' },
  ],
  [
    'two purposes',
    { query },
    { 'purpose-of-use': 'care-coordination, emergency' },
    403,
    { code: 'PURPOSE_NOT_PERMITTED' },
  ],
  ['every purpose', { query }, { 'purpose-of-use': '*' }, 403, { code: 'PURPOSE_NOT_PERMITTED' }],
  ['no token', { query }, { authorization: '' }, 401, { code: 'UNAUTHENTICATED' }],
  ['a token that is none', { query }, { authorization: 'Bearer abc.def.ghi' }, 401, { code: 'UNAUTHENTICATED' }],
  ['a document that is not GraphQL', { query: '{ child(id: ' }, {}, 400, { code: 'BAD_REQUEST' }],
  ['an unknown field', { query: `{ child(id: "${rosalie}") { nam } }` }, {}, 400, { code: 'BAD_REQUEST' }],
  ['a federation field', { query: '{ _service { sdl } }' }, {}, 400, { code: 'BAD_REQUEST' }],
  ['entities', { query: '{ _entities(representations: []) { __typename } }' }, {}, 400, { code: 'BAD_REQUEST' }],
  ['the private field', { query: `{ enter_Child(ids: ["${rosalie}"]) { name } }` }, {}, 400, { code: 'BAD_REQUEST' }],
  ['a subscription', { query: 'subscription { child }' }, {}, 400, { code: 'BAD_REQUEST' }],
  [
    'a fragment that spreads itself',
    { query: `{ child(id: "${rosalie}") { ...F } } fragment F on Child { siblings { ...F } }` },
    {},
    400,
    { code: 'BAD_REQUEST' },
  ],
  ['a fragment bomb of a kilobyte', { query: bomb }, {}, 400, { code: 'LIMIT_EXCEEDED', limit: 'expandedSelections' }],
  [
    '2,000 aliases',
    { query: `{ ${levels(2_000, (at) => `a${String(at)}: __typename`)} }` },
    {},
    400,
    { code: 'LIMIT_EXCEEDED' },
  ],
  [
    '31 aliases',
    { query: `{ child(id: "${rosalie}") { ${levels(31, (at) => `a${String(at)}: id`)} } }` },
    {},
    400,
    { code: 'LIMIT_EXCEEDED', limit: 'aliases' },
  ],
  ['depth 1,500', { query: deep }, {}, 400, { code: 'LIMIT_EXCEEDED' }],
  [
    'depth 13',
    { query: `{ child(id: "${rosalie}") { ${'siblings { '.repeat(12)}id${' }'.repeat(12)} } }` },
    {},
    400,
    { code: 'LIMIT_EXCEEDED', limit: 'depth' },
  ],
  ['a 100 kB id', { query: wide('a'.repeat(100_000)) }, {}, 413, { code: 'LIMIT_EXCEEDED', limit: 'bodyBytes' }],
  ['a 99 kB id', { ...withVariable, variables: { id: 'a'.repeat(99_000) } }, {}, 400, {}],
  [
    '101 ids',
    {
      query: 'query($ids: [NetworkId!]!) { children(ids: $ids) { id } }',
      variables: { ids: Array(101).fill(rosalie) },
    },
    {},
    400,
    { code: 'LIMIT_EXCEEDED', limit: 'listArguments' },
  ],
  [
    '11 root fields',
    { query: `{ ${levels(11, (at) => `a${String(at)}: me { user }`)} }` },
    {},
    400,
    { code: 'LIMIT_EXCEEDED', limit: 'rootFields' },
  ],
  ['a batch', [{ query }, { query }], {}, 400, { code: 'BAD_REQUEST', reason: 'BATCHING' }],
  [
    'a form',
    'query={__typename}',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    { code: 'BAD_REQUEST' },
  ],
  ['half a body', '{"query": "{ child', {}, 400, { code: 'BAD_REQUEST', reason: 'JSON' }],
  [
    'a prototype',
    `{"query": "{ __typename }", "variables": {"__proto__": {"a": 1}}}`,
    {},
    400,
    { code: 'BAD_REQUEST' },
  ],
  [
    'a persisted query',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    {},
    403,
    { code: 'UNKNOWN_OPERATION' },
  ],
  ['introspection', { query: '{ __schema { types { name } } }' }, {}, 400, { code: 'BAD_REQUEST' }],
  [
    'introspection of a type',
    { query: '{ __type(name: "Child") { fields { name } } }' },
    {},
    400,
    { code: 'BAD_REQUEST' },
  ],
  [
    'introspection below a child',
    { query: `{ child(id: "${rosalie}") { __schema { types { name } } } }` },
    {},
    400,
    { code: 'BAD_REQUEST' },
  ],
];

/** Nothing was planned, no agency asked, no database touched; the answer is a code, a sentence, and no more. */
async function expectRefused(
  answer: Awaited<ReturnType<typeof post>>,
  status: number,
  extensions: object,
): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const error of answer.errors) {
    expect(error.extensions).toMatchObject(extensions);
    expect(error.message).toMatch(/^[A-Z].{10,200}\.$/);
  }
  expect(answer.data ?? null).toBeNull();
  expect(answer.text.length).toBeLessThan(600);
  expect(answer.text).not.toMatch(/stack|node_modules|\.ts:|Did you mean|apollo|at \w+ \(|Fontclair|aaaaaaaaaa/i);
  expect({ plans, requests: network.recorded.length, statements: statements.take() }).toEqual({
    plans: 0,
    requests: 0,
    statements: {},
  });
}
const fresh = (): void => {
  plans = 0;
  network.recorded.length = 0;
  statements.take();
};

it('what is counted here, a good request does', async () => {
  fresh();
  const { status } = await post({ query });
  expect(status).toBe(200);
  expect({ plans, requests: network.recorded.length }).toEqual({ plans: 1, requests: 1 });
  expect(statements.take()['register']).toBeGreaterThan(1);
});

describe('is refused with a code, before anything is planned or asked:', () => {
  it.each(cases)('%s', async (_name, body, headers, status, extensions) => {
    fresh();
    await expectRefused(await post(body, headers), status, extensions);
  });

  it('a token that has expired, one not yet valid for long, one of another issuer, one that was changed', async () => {
    const expired = await closed.issuer.mint({ ...caseworker, purposes, lifetime: -120 });
    const forged = await (await openDevelopmentIssuer(undefined)).mint({ ...caseworker, purposes });
    const network1 = await network.tokenOf(caseworker);
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const promoted = [head, encode({ ...claims, role: 'supervisor' }), signature].join('.');
    const unsigned = [encode({ alg: 'none', typ: 'JWT' }), body, ''].join('.');
    for (const each of [expired, forged, network1, promoted, unsigned, `${head}.${body}.`, `${token}x`]) {
      fresh();
      await expectRefused(await post({ query }, { authorization: `Bearer ${each}` }), 401, { code: 'UNAUTHENTICATED' });
    }
    const wrongs = [
      { ...caseworker, role: 'king' },
      { ...caseworker, agency: 'nowhere' },
      { ...caseworker, kind: 'system' as const },
      { ...caseworker, agency: 'family', role: 'parent' },
    ];
    for (const wrong of wrongs) {
      fresh();
      const authorization = `Bearer ${await closed.issuer.mint({ ...wrong, purposes })}`;
      await expectRefused(await post({ query }, { authorization }), 401, { code: 'UNAUTHENTICATED' });
    }
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('the method %s', async (method) => {
    fresh();
    await expectRefused(await post({ query }, {}, method), 405, { code: 'BAD_REQUEST', reason: 'METHOD' });
  });

  it('a kilobyte that would be thousands of selections, and 100 kB that is one, cost next to nothing', async () => {
    expect(bomb.length).toBeLessThan(1_300);
    const began = process.cpuUsage();
    for (let turn = 0; turn < 20; turn += 1) {
      await post({ query: bomb });
      await post({ query: deep });
    }
    const { user } = process.cpuUsage(began);
    // Forty requests, the client's own part included.
    expect(user / 1_000).toBeLessThan(2_000);
  });
});

it('and after all that it answers as before, with no explorer and no trace of what was sent', async () => {
  fresh();
  expect((await post({ query })).status).toBe(200);
  expect((await fetch(`${closed.url}/explorer`)).status).toBe(404);
  const metrics = await (await fetch(`${closed.adminUrl}/metrics`)).text();
  expect(metrics).toContain('LIMIT_EXCEEDED');
  expect(metrics).not.toMatch(/Fontclair|cw-renaud|curiosity|aaaaaaaaaa/);
  expect(metrics).not.toContain(rosalie);
});
