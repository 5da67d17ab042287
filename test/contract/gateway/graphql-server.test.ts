import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TrellisError } from '../../../gateway/errors.ts';
import type { ErrorCode } from '../../../gateway/errors.ts';
import type { ExecuteInput, Executed } from '../../../gateway/execute/executor.ts';
import { stubGateway } from './stub-gateway.ts';

const canary = 'Amira Tremblay';
const trellis = { disclosure: 'd', withheld: [], obligations: [] };
let gateway: Awaited<ReturnType<typeof stubGateway>>;
let execute: (input: ExecuteInput) => Promise<Executed>;

beforeAll(async () => {
  gateway = await stubGateway({ execute: (input) => execute(input) });
});
afterAll(() => gateway.server.close());

const query = '{ child(id: "1") { name } }';
const answers = (executed: Partial<Executed> = {}) => {
  execute = () => Promise.resolve({ data: { child: null }, extensions: { trellis }, ...executed });
};
const fails = (error: unknown) => {
  execute = () => Promise.reject(error as Error);
};

describe('an operation', () => {
  it('reaches the execution with who asks and why, and its answer comes back', async () => {
    answers({ data: { child: { name: canary } } });
    const { status, body, headers } = await gateway.post({ query, variables: { a: 1 } });
    expect([status, body]).toEqual([200, { data: { child: { name: canary } }, extensions: { trellis } }]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(gateway.inputs.at(-1)).toMatchObject({
      source: query,
      variables: { a: 1 },
      purposes: ['care-coordination'],
      requester: { agency: 'child-protection', role: 'caseworker', user: 'user-7731', kind: 'worker' },
      disclosure: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    });
  });

  it('may be for several of the token’s purposes, in the order in which they are named', async () => {
    answers();
    const ask = (named: string) => gateway.post({ query }, { 'purpose-of-use': named });
    expect((await ask('treatment, care-coordination')).status).toBe(200);
    expect(gateway.inputs.at(-1)?.purposes).toEqual(['treatment', 'care-coordination']);
    const refused = await Promise.all(
      ['treatment,placement', 'treatment,treatment', 'treatment,treatment,treatment,treatment,treatment'].map(ask),
    );
    expect(refused.map(({ status, body }) => [status, body.errors?.[0]?.extensions])).toEqual([
      [403, { code: 'PURPOSE_NOT_PERMITTED' }],
      [400, { code: 'BAD_REQUEST', reason: 'PURPOSE_REPEATED' }],
      [400, { code: 'BAD_REQUEST', reason: 'PURPOSES_TOO_MANY' }],
    ]);
  });

  it('may come back in part, each error a code at a path', async () => {
    answers({ errors: [{ code: 'AGENCY_UNAVAILABLE', path: ['child', 'name'] }] });
    const { status, body } = await gateway.post({ query });
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      { message: 'An agency did not answer.', path: ['child', 'name'], extensions: { code: 'AGENCY_UNAVAILABLE' } },
    ]);
  });

  it.each<[ErrorCode, number]>([
    ['FORBIDDEN', 403],
    ['BAD_ID', 400],
    ['CONFLICT', 409],
    ['LEDGER_UNAVAILABLE', 503],
    ['REGISTER_UNAVAILABLE', 503],
  ])('that is refused with %s has status %i', async (code, status) => {
    fails(new TrellisError(code));
    const reply = await gateway.post({ query });
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([status, code]);
    expect(reply.body).not.toHaveProperty('data');
    const contacts = reply.body.errors?.[0]?.extensions['contacts'];
    expect(contacts).toEqual(status === 503 ? [{ agency: 'child-protection', telephone: '+1 555 0100' }] : undefined);
  });

  it('that fails unexpectedly says nothing of why, neither to the client nor to the log', async () => {
    fails(Object.assign(new Error(`duplicate key: ${canary}`), { code: '23505', detail: canary }));
    const { status, body } = await gateway.post({ query });
    expect([status, body]).toEqual([
      500,
      {
        errors: [{ message: 'The gateway could not answer. Nothing was disclosed.', extensions: { code: 'INTERNAL' } }],
        extensions: { trellis: { disclosure: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown } },
      },
    ]);
    const log = gateway.logged.lines.join('');
    expect(log).toContain('23505');
    expect(log).not.toContain(canary);
  });
});

describe('bad input', () => {
  const bomb = `{ child(id: "1") { ...F0 } } ${Array.from({ length: 14 }, (_, n) => `fragment F${String(n)} on Child { a: sibling { ${n < 13 ? `...F${String(n + 1)}` : 'id'} } b: sibling { ${n < 13 ? `...F${String(n + 1)}` : 'id'} } }`).join(' ')}`;
  const cases: [string, unknown, Record<string, string>, number, object][] = [
    ['no token', { query }, { authorization: '' }, 401, { code: 'UNAUTHENTICATED' }],
    [
      'a forged token',
      { query },
      { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
      401,
      { code: 'UNAUTHENTICATED' },
    ],
    ['no purpose', { query }, { 'purpose-of-use': '' }, 400, { code: 'PURPOSE_REQUIRED' }],
    ['another purpose', { query }, { 'purpose-of-use': 'placement' }, 403, { code: 'PURPOSE_NOT_PERMITTED' }],
    ['an unknown purpose', { query }, { 'purpose-of-use': 'spying' }, 403, { code: 'PURPOSE_NOT_PERMITTED' }],
    ['no JSON', '{"query":', {}, 400, { code: 'BAD_REQUEST', reason: 'JSON' }],
    ['nothing', '', {}, 400, { code: 'BAD_REQUEST' }],
    ['null', 'null', {}, 400, { code: 'BAD_REQUEST', reason: 'JSON' }],
    ['a batch', [{ query }], {}, 400, { code: 'BAD_REQUEST', reason: 'BATCHING' }],
    ['__proto__', `{"query":"{ __typename }","__proto__":{"a":1}}`, {}, 400, { code: 'BAD_REQUEST', reason: 'JSON' }],
    ['no query', {}, {}, 400, { code: 'BAD_REQUEST', reason: 'PARAMETERS' }],
    ['a parsed query', { query: { kind: 'Document' } }, {}, 400, { code: 'BAD_REQUEST', reason: 'PARAMETERS' }],
    ['variables in text', { query, variables: '{}' }, {}, 400, { code: 'BAD_REQUEST', reason: 'PARAMETERS' }],
    ['a numbered operation', { query, operationName: 1 }, {}, 400, { code: 'BAD_REQUEST', reason: 'PARAMETERS' }],
    [
      'another operation',
      { query, operationName: 'Other' },
      {},
      400,
      { code: 'BAD_REQUEST', reason: 'OPERATION_NAME' },
    ],
    [
      'two operations',
      { query: 'query A { __typename } query B { __typename }' },
      {},
      400,
      { code: 'BAD_REQUEST', reason: 'OPERATION_NAME' },
    ],
    [
      'a form',
      'query=x',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      { code: 'BAD_REQUEST', reason: 'CONTENT_TYPE' },
    ],
    [
      'plain text',
      JSON.stringify({ query }),
      { 'content-type': 'text/plain' },
      415,
      { code: 'BAD_REQUEST', reason: 'CONTENT_TYPE' },
    ],
    [
      'a rare charset',
      JSON.stringify({ query }),
      { 'content-type': 'application/json; charset=utf-7' },
      415,
      { code: 'BAD_REQUEST', reason: 'CONTENT_TYPE' },
    ],
    [
      'a compressed body',
      { query },
      { 'content-encoding': 'gzip' },
      415,
      { code: 'BAD_REQUEST', reason: 'CONTENT_TYPE' },
    ],
    ['a wish for HTML', { query }, { accept: 'text/html' }, 406, { code: 'BAD_REQUEST', reason: 'ACCEPT' }],
    ['a subscription', { query: 'subscription { child }' }, {}, 400, { code: 'BAD_REQUEST', reason: 'VALIDATION' }],
    ['no GraphQL', { query: '{ child(id: ' }, {}, 400, { code: 'BAD_REQUEST', reason: 'SYNTAX' }],
    [
      'an unknown field',
      { query: '{ child(id: "1") { nam } }' },
      {},
      400,
      { code: 'BAD_REQUEST', reason: 'VALIDATION' },
    ],
    [
      'introspection',
      { query: '{ __schema { types { name } } }' },
      {},
      400,
      { code: 'BAD_REQUEST', reason: 'VALIDATION' },
    ],
    ['a fragment bomb', { query: bomb }, {}, 400, { code: 'LIMIT_EXCEEDED', limit: 'expandedSelections' }],
    [
      '2,000 aliases',
      { query: `{ ${Array.from({ length: 2_000 }, (_, n) => `a${String(n)}: __typename`).join(' ')} }` },
      {},
      400,
      { code: 'LIMIT_EXCEEDED', limit: 'tokens' },
    ],
    [
      'depth 1,500',
      { query: `{ child(id: "1") { ${'sibling { '.repeat(1_500)} id ${'}'.repeat(1_501)} }` },
      {},
      400,
      { code: 'LIMIT_EXCEEDED', limit: 'depth' },
    ],
    [
      'a 100 kB id',
      { query: `{ child(id: "${'a'.repeat(100_000)}") { id } }` },
      {},
      413,
      { code: 'LIMIT_EXCEEDED', limit: 'bodyBytes', allowed: 100_000 },
    ],
    [
      'a 90 kB id',
      { query: `{ child(id: "${'a'.repeat(90_000)}") { id } }` },
      {},
      400,
      { code: 'LIMIT_EXCEEDED', limit: 'stringLength' },
    ],
    [
      '101 ids',
      { query, variables: { ids: Array(101).fill('1') } },
      {},
      400,
      { code: 'LIMIT_EXCEEDED', limit: 'listArguments' },
    ],
    [
      'an unregistered hash',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
      {},
      403,
      { code: 'UNKNOWN_OPERATION' },
    ],
  ];

  it.each(cases)('%s is refused, clearly', async (_name, body, more, status, extensions) => {
    const before = gateway.inputs.length;
    const reply = await gateway.post(body, more);
    expect([reply.status, reply.body.errors?.[0]?.extensions]).toEqual([status, expect.objectContaining(extensions)]);
    expect(reply.text).not.toMatch(/stack|Did you mean|node_modules|apollo/i);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(gateway.inputs.length).toBe(before);
  });

  it('in another encoding than UTF-8 is refused, never mended', async () => {
    const body = Buffer.from(JSON.stringify({ query, variables: { text: 'Zoé' } }), 'latin1');
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: gateway.headers, body });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: 'BAD_REQUEST', reason: 'ENCODING' } }] },
    ]);
  });

  it.each<[string, string[]]>([
    ['two tokens', ['authorization', 'authorization']],
    ['a token and a password', ['authorization', 'basic']],
    ['a password and a token', ['basic', 'authorization']],
    ['two content types', ['authorization', 'content-type']],
    ['two hosts', ['authorization', 'host']],
  ])('that has %s is refused: a proxy might read the other', async (_name, more) => {
    const { authorization = '' } = gateway.headers;
    const lines = more.map((name) =>
      name === 'basic'
        ? 'Authorization: Basic eDp5'
        : name === 'authorization'
          ? `Authorization: ${authorization}`
          : name === 'host'
            ? 'Host: another'
            : 'Content-Type: application/json',
    );
    const body = JSON.stringify({ query });
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: gateway',
      'Connection: close',
      'Content-Type: application/json',
      'Purpose-Of-Use: care-coordination',
      `Content-Length: ${String(body.length)}`,
    ];
    const before = gateway.inputs.length;
    const reply = await raw(`${[...head, ...lines].join('\r\n')}\r\n\r\n${body}`);
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"reason":"DUPLICATE_HEADER"');
    expect(gateway.inputs.length).toBe(before);
  });

  it('of a real compressed body is refused before it is read', async () => {
    const body = gzipSync(JSON.stringify({ query }));
    const headers = { ...gateway.headers, 'content-encoding': 'gzip' };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
    expect(response.status).toBe(415);
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'])('by %s is refused', async (method) => {
    const response = await fetch(`${gateway.url}/graphql?query={__typename}`, { method, headers: gateway.headers });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('elsewhere finds nothing', async () => {
    for (const path of [
      '/',
      '/explorer',
      '/metrics',
      '/health/ready',
      '/graphql/',
      '/graphiql',
      '/%',
      '/.well-known/apollo/server-health',
    ]) {
      const response = await fetch(`${gateway.url}${path}`);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'BAD_REQUEST', reason: 'NOT_FOUND' } }],
      });
    }
  });

  it('that is not HTTP does not crash it', async () => {
    await raw('\u0000\u0001 GARBAGE\r\n\r\n');
    answers();
    expect((await gateway.post({ query })).status).toBe(200);
  });
});

/** What comes back for bytes that are sent as they are. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.end(text));
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('close', () => {
      resolve(reply);
    });
    socket.on('error', reject);
  });
}

it('logs and counts requests without a person, a query or a value', async () => {
  answers({ data: { child: { name: canary } } });
  await gateway.post({ query: `query Secret { child(id: "${'a'.repeat(26)}") { name } }`, variables: { x: canary } });
  const log = gateway.logged.lines.join('');
  const metrics = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
  expect(log).toContain('"agency":"child-protection"');
  expect(metrics).toContain('trellis_requests_total{agency="child-protection",outcome="ok"}');
  for (const text of [log, metrics]) expect(text).not.toMatch(/Secret|Amira|user-7731|aaaaaaa|eyJ/);
});

it('says in the header and in the log why a token is refused, and challenges barely where there is none', async () => {
  const none = await gateway.post({ query }, { authorization: '' });
  expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const mistyped = `Bearer ${await gateway.token({ role: 'casworker' })}`;
  const refused = await gateway.post({ query }, { authorization: mistyped });
  expect([refused.status, refused.headers.get('www-authenticate'), refused.body.errors?.[0]?.extensions]).toEqual([
    401,
    'Bearer error="invalid_token", error_description="A claim of the token is missing, or holds nothing that this network knows. The claim is role."',
    { code: 'UNAUTHENTICATED', reason: 'TOKEN_CLAIM', claim: 'role' },
  ]);
  expect(gateway.logged.lines.at(-1)).toContain('"outcome":"UNAUTHENTICATED","reason":"TOKEN_CLAIM"');
});

it('gives every refusal an id to quote, which its log line has, and joins the trace of the caller', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';
  for (const [body, more] of [
    ['{', {}],
    [{ query }, { authorization: 'Bearer x' }],
    [{ query: '{ nothing }' }, {}],
    [{ query }, { 'purpose-of-use': '' }],
  ] as const) {
    const reply = await gateway.post(body, { ...more, traceparent });
    const { disclosure } = reply.body.extensions?.trellis as { disclosure: string };
    expect(disclosure).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers.get('traceparent')).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    const line = gateway.logged.lines.find((each) => each.includes(disclosure)) ?? '';
    expect(line).toContain('"trace":"4bf92f3577b34da6a3ce929d0e0e4736"');
  }
  const own = await gateway.post({ query }, { traceparent: `${canary}-4bf92f3577b34da6a3ce929d0e0e4736` });
  expect(own.headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(gateway.logged.lines.join('')).not.toContain(canary);
});

it('lets go of a body that comes a letter at a time', async () => {
  const slow = await stubGateway({ requestTimeoutMs: 600 });
  try {
    const { authorization = '' } = slow.headers;
    const head = [
      'POST /graphql HTTP/1.1',
      'Host: gateway',
      'Content-Type: application/json',
      'Purpose-Of-Use: care-coordination',
      'Content-Length: 90000',
      `Authorization: ${authorization}`,
    ];
    let reply = '';
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(slow.url).port), '127.0.0.1', () =>
        socket.write(`${head.join('\r\n')}\r\n\r\n`),
      );
      const drip = setInterval(() => socket.write(' '), 50);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => (reply += chunk.toString()));
      socket.on('close', () => {
        clearInterval(drip);
        resolve();
      });
    });
    expect(reply).toMatch(/^HTTP\/1\.1 408 /);
  } finally {
    await slow.server.close();
  }
});
