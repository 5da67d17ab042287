import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';
import type { Reply } from './stub-gateway.ts';

/** Whatever is refused, at whatever address, has an id to quote, and whoever reads the log finds it. */
let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway();
});
afterAll(() => gateway.server.close());

/** The reply to bytes that may be no request at all. */
function send(lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () =>
      socket.write(`${lines.join('\r\n')}\r\n\r\n`),
    );
    socket
      .on('data', (chunk) => (reply += chunk.toString()))
      .on('close', () => {
        resolve(reply);
      })
      .on('error', reject);
  });
}

/** The status, the code and the line of the log that has the id. */
async function found(status: number, text: string) {
  const { errors = [], extensions } = JSON.parse(text) as Reply;
  const { disclosure } = extensions?.trellis as { disclosure: string };
  // The line is written when the reply has gone out.
  await new Promise((resolve) => setImmediate(resolve));
  const line = gateway.logged.lines.find((each) => each.includes(disclosure));
  return [status, errors[0]?.extensions.code, line === undefined ? undefined : (JSON.parse(line) as object)];
}

const host = 'Host: gateway';
it.each([
  ['another method', 405, ['DELETE /graphql HTTP/1.1', host]],
  ['another address', 404, ['POST /graphql/ HTTP/1.1', host, 'Content-Length: 0']],
  ['the schema, without a token', 401, ['GET /schema.graphql HTTP/1.1', host]],
  ['two lengths', 400, ['POST /graphql HTTP/1.1', host, 'Content-Length: 1', 'Content-Length: 2']],
  ['no host', 400, ['POST /graphql HTTP/1.1', 'Content-Length: 0']],
  ['an expectation that nobody meets', 415, ['POST /graphql HTTP/1.1', host, 'Expect: 200-ok', 'Content-Length: 0']],
  ['an address that cannot be read', 404, ['GET /% HTTP/1.1', host]],
  ['no method', 400, ['WHAT /graphql HTTP/1.1', host]],
  ['a token of 20 kB', 431, ['POST /graphql HTTP/1.1', host, `Authorization: Bearer ${'a'.repeat(20_000)}`]],
])('%s is refused with an id and a trace that the log has', async (_what, status, lines) => {
  const reply = await send([...lines, 'Connection: close']);
  const [head = '', text = ''] = reply.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${String(status)} `));
  expect(head.toLowerCase()).toContain('cache-control: no-store');
  const [, code, line] = await found(status, text);
  const trace = /\r\ntraceparent: 00-([0-9a-f]{32})-/i.exec(head)?.[1];
  expect(trace).toBeDefined();
  expect(line).toMatchObject({ status, outcome: code, trace, msg: 'request' });
  expect(JSON.stringify(line)).not.toContain('aaaa');
});

it('says in the log why an operation was refused', async () => {
  const { status, text } = await gateway.post({ query: '{ nothing }' });
  expect((await found(status, text))[2]).toMatchObject({ outcome: 'BAD_REQUEST', reason: 'VALIDATION' });
});

it('who reads the schema is one line of the log', async () => {
  const before = gateway.logged.lines.length;
  await fetch(`${gateway.url}/schema.graphql`, { headers: { authorization: gateway.headers.authorization } });
  expect(gateway.logged.lines.slice(before).filter((line) => line.includes('"request"')).length).toBe(1);
});

it('a header that was sent twice is refused at every address that reads it', async () => {
  const { authorization } = gateway.headers;
  const twice = [`Authorization: ${authorization}`, 'Authorization: Basic eDp5', 'Connection: close'];
  const reply = await send(['GET /schema.graphql HTTP/1.1', host, ...twice]);
  expect(reply).toMatch(/^HTTP\/1\.1 400 [^]*"reason":"DUPLICATE_HEADER"/);
});

it('the schema has its price like any other request', async () => {
  const taken: string[] = [];
  const counted = await stubGateway({
    budgets: [{ per: 'user', measure: 'requests', limit: 1, windowMs: 60_000 }],
    cache: { take: (key) => Promise.resolve(taken.push(key) <= 1) },
  });
  try {
    const headers = { authorization: counted.headers.authorization };
    const ask = async () => (await fetch(`${counted.url}/schema.graphql`, { headers })).status;
    await ask();
    expect([await ask(), taken.length]).toEqual([429, 2]);
  } finally {
    await counted.server.close();
  }
});
