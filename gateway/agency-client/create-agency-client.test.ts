import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createReplayGuard, hmacKey, openSeal } from '@trellis/seal';
import type { ExchangeFailureReason } from './exchange-failure.ts';
import type { AgencyReply } from './agency-client.ts';
import { createAgencyClient } from './create-agency-client.ts';

const key = hmacKey('police-1', Buffer.alloc(32, 7));
const canary = 'Amira Tremblay';
const now = Date.parse('2026-03-03T12:00:00Z');
/** Only what waits for the deadline has a short one: a slow machine fails nothing else. */
const patientMs = 60_000;
const shortMs = 150;
let deadlineMs = patientMs;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  deadlineMs = patientMs;
  for (const close of closing.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

function clientFor(url: string) {
  const client = createAgencyClient({
    urls: { police: url },
    keys: { police: key },
    clock: { now: () => now },
    deadlineMs: () => deadlineMs,
    maxReplyBytes: 50_000,
  });
  closing.push(() => client.close());
  return client;
}

const request = { agency: 'police', query: '{ a }', variables: { x: 1 }, disclosure: 'd-1' };
const ask = async (server: Server) => clientFor(await listen(server)).send(request);
const http = (listener: RequestListener) => ask(createServer(listener));
const tcp = (listener: (socket: Socket) => void) =>
  ask(
    createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        listener(socket);
      });
    }),
  );
const json = { 'content-type': 'application/json' };
const replying = (body: string | Buffer, headers: Record<string, string> = json, status = 200) =>
  http((_request: IncomingMessage, response: ServerResponse) => response.writeHead(status, headers).end(body));

const unavailable = (reason: ExchangeFailureReason): AgencyReply => ({ failed: 'unavailable', reason });
const malformed = (reason: ExchangeFailureReason): AgencyReply => ({ failed: 'malformed', reason });

it('seals each request for its agency, says no more than it is given, and returns the data', async () => {
  const seen: { headers: IncomingMessage['headers']; opened: unknown }[] = [];
  const guard = createReplayGuard();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url: path = '', headers } = incoming;
      const incomingRequest = { method, path, headers, body: Buffer.concat(chunks) };
      const opened = openSeal(incomingRequest, () => key, { agency: 'police', now, seen: guard });
      seen.push({ headers, opened });
      response.writeHead(200, json).end('{"data":{"a":1}}');
    });
  });
  const client = clientFor(await listen(server));
  const requester = { agency: 'police', role: 'officer', user: 'user-1', kind: 'worker' } as const;
  expect(await client.send(request)).toEqual({ data: { a: 1 }, errors: [] });
  expect(await client.send({ ...request, requester, purpose: 'treatment' })).toEqual({ data: { a: 1 }, errors: [] });
  expect(seen[0]?.opened).toMatchObject({ disclosure: 'd-1' });
  expect(seen[0]?.headers).not.toHaveProperty('trellis-requester');
  expect(seen[1]?.opened).toMatchObject({ requester, purpose: 'treatment' });
  expect(seen[0]?.headers).not.toHaveProperty('accept-encoding');
});

describe('errors of an agency', () => {
  it('are reduced to codes and paths', async () => {
    const body = {
      data: { a: null },
      extensions: { trace: canary },
      errors: [
        { message: canary, path: ['a', 0], extensions: { code: 'CONFLICT', sql: canary } },
        { message: canary, path: ['a', canary], extensions: { code: canary } },
        { message: canary, extensions: { code: 'UNAUTHENTICATED' } },
        canary,
      ],
    };
    const reply = await replying(JSON.stringify(body));
    expect(reply).toEqual({
      data: { a: null },
      errors: [
        { code: 'CONFLICT', path: ['a', 0] },
        { code: 'AGENCY_UNAVAILABLE' },
        { code: 'AGENCY_UNAVAILABLE' },
        { code: 'AGENCY_UNAVAILABLE' },
      ],
    });
    expect(JSON.stringify(reply)).not.toContain(canary);
  });

  it('without data are an empty answer', async () => {
    expect(await replying('{"errors":[{"message":"x","extensions":{"code":"FORBIDDEN"}}]}')).toEqual({
      data: {},
      errors: [{ code: 'FORBIDDEN' }],
    });
  });
});

describe('a hostile agency', () => {
  it.each<[string, () => Promise<AgencyReply>, AgencyReply]>([
    ['answers 500', () => replying(`{"data":{"a":"${canary}"}}`, json, 500), unavailable('STATUS_FAULT')],
    ['answers 400 in JSON', () => replying('{"data":{"a":1}}', json, 400), unavailable('STATUS_REFUSED')],
    ['redirects', () => replying('', { location: 'http://127.0.0.1:1/' }, 302), unavailable('STATUS_REDIRECT')],
    [
      'redirects, keeping the method',
      () => replying('', { location: '/elsewhere' }, 307),
      unavailable('STATUS_REDIRECT'),
    ],
    ['answers in HTML', () => replying('<html>', { 'content-type': 'text/html' }), malformed('CONTENT_TYPE')],
    ['answers in no type', () => replying('{"data":{}}', {}), malformed('CONTENT_TYPE')],
    [
      'answers in nearly JSON',
      () => replying('{"data":{}}', { 'content-type': 'application/jsonp' }),
      malformed('CONTENT_TYPE'),
    ],
    ['answers garbage', () => replying('{"data":'), malformed('NOT_JSON')],
    ['answers nothing', () => replying(''), malformed('NOT_JSON')],
    [
      'answers in another encoding',
      () => replying(Buffer.from('{"data":{"a":"Zo\xeb"}}', 'latin1')),
      malformed('NOT_JSON'),
    ],
    ['says that more follows', () => replying('{"data":{"a":null},"hasNext":true}'), malformed('NOT_GRAPHQL')],
    ['answers a list', () => replying('[{"data":{}}]'), malformed('NOT_GRAPHQL')],
    ['answers a string', () => replying('"data"'), malformed('NOT_GRAPHQL')],
    ['gives data that is a list', () => replying('{"data":[1]}'), malformed('NOT_GRAPHQL')],
    ['gives no data and no errors', () => replying('{"extensions":{}}'), malformed('NOT_GRAPHQL')],
    ['gives null and no errors', () => replying('{"data":null}'), malformed('NOT_GRAPHQL')],
    ['gives errors that are none', () => replying('{"data":{},"errors":"x"}'), malformed('NOT_GRAPHQL')],
    ['gives no error in errors', () => replying('{"data":{},"errors":[]}'), malformed('NOT_GRAPHQL')],
    [
      'gives 2,000 errors',
      () => replying(`{"data":{},"errors":[${Array(2_000).fill('{}').join()}]}`),
      malformed('NOT_GRAPHQL'),
    ],
    ['reaches for __proto__', () => replying('{"data":{"a":{"__proto__":{"admin":true}}}}'), malformed('NOT_JSON')],
    ['reaches for it in an escape', () => replying('{"data":{"\\u005f_proto__":{}}}'), malformed('NOT_JSON')],
    ['reaches for constructor', () => replying('{"data":{"constructor":{"prototype":{}}}}'), malformed('NOT_JSON')],
    [
      'compresses',
      () => replying(gzipSync('{"data":{}}'), { ...json, 'content-encoding': 'gzip' }),
      malformed('CONTENT_ENCODING'),
    ],
    ['claims to', () => replying('{"data":{}}', { ...json, 'content-encoding': 'br' }), malformed('CONTENT_ENCODING')],
    [
      'announces too much',
      () => http((_q, reply) => reply.writeHead(200, { ...json, 'content-length': 1e9 }).flushHeaders()),
      malformed('TOO_LARGE'),
    ],
    ['sends too much', () => replying(JSON.stringify({ data: { a: 'x'.repeat(60_000) } })), malformed('TOO_LARGE')],
    [
      'never stops',
      () =>
        http((_q, reply) => {
          reply.writeHead(200, json);
          const more = () => reply.destroyed || (reply.write('x'.repeat(9_000)), setTimeout(more, 1));
          more();
        }),
      malformed('TOO_LARGE'),
    ],
    ['hangs', () => http(() => undefined), unavailable('DEADLINE')],
    [
      'hangs after the headers',
      () => http((_q, reply) => reply.writeHead(200, json).flushHeaders()),
      unavailable('DEADLINE'),
    ],
    [
      'drips the body',
      () =>
        http((_q, reply) => {
          reply.writeHead(200, json);
          setInterval(() => reply.write(' '), 10).unref();
        }),
      unavailable('DEADLINE'),
    ],
    [
      'drips the headers',
      () =>
        tcp((socket) => {
          socket.write('HTTP/1.1 200 OK\r\n');
          setInterval(() => socket.write('x-a: b\r\n'), 10).unref();
        }),
      unavailable('DEADLINE'),
    ],
    [
      'hints for ever',
      () =>
        tcp((socket) => {
          setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 10).unref();
        }),
      unavailable('DEADLINE'),
    ],
    ['resets', () => tcp((socket) => socket.resetAndDestroy()), unavailable('CONNECTION')],
    [
      'breaks off',
      () =>
        tcp((socket) =>
          socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{"data":{'),
        ),
      unavailable('CONNECTION'),
    ],
    [
      'speaks something else',
      () => tcp((socket) => socket.end('220 mail.example ESMTP\r\n')),
      unavailable('CONNECTION'),
    ],
    [
      'sends headers without end',
      () => tcp((socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}`)),
      unavailable('CONNECTION'),
    ],
    ['is not there', () => clientFor('http://127.0.0.1:1/graphql').send(request), unavailable('CONNECTION')],
    [
      'is not known',
      () => clientFor('http://127.0.0.1:1/graphql').send({ ...request, agency: '__proto__' }),
      unavailable('NOT_CONFIGURED'),
    ],
  ])('that %s fails its exchange', async (_name, act, expected) => {
    if ('reason' in expected && expected.reason === 'DEADLINE') deadlineMs = shortMs;
    expect(await act()).toEqual(expected);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('that hangs does not hold what waits behind it beyond the deadline, and is asked again once it answers', async () => {
    let hangs = true;
    const server = createServer((_request, response) => {
      if (!hangs) response.writeHead(200, json).end('{"data":{}}');
    });
    deadlineMs = shortMs;
    const client = clientFor(await listen(server));
    const replies = await Promise.all(Array.from({ length: 200 }, () => client.send(request)));
    expect(replies).toEqual(Array(200).fill(unavailable('DEADLINE')));
    hangs = false;
    deadlineMs = patientMs;
    // How soon depends on the machine; that it comes does not.
    let reply = await client.send(request);
    for (let again = 0; 'failed' in reply && again < 50; again++) reply = await client.send(request);
    expect(reply).toEqual({ data: {}, errors: [] });
  });
});

describe('a kept connection that the agency closes as the next request goes out', () => {
  /** Answers the first request of each connection, and closes it when the next one comes, before it answers anything. */
  async function openClosing() {
    const nonces: string[] = [];
    const server = createServer((incoming, response) => {
      nonces.push(String(incoming.headers['signature']));
      const socket = incoming.socket as Socket & { asked?: boolean };
      if (socket.asked === true) socket.destroy();
      else response.writeHead(200, json).end('{"data":{"a":1}}');
      socket.asked = true;
    });
    return { client: clientFor(await listen(server)), nonces };
  }

  it('fails no question: it is asked again, once, under a new seal', async () => {
    const { client, nonces } = await openClosing();
    for (let time = 0; time < 20; time += 1) expect(await client.send(request)).toEqual({ data: { a: 1 }, errors: [] });
    expect(new Set(nonces).size).toBe(nonces.length);
    expect(nonces.length).toBeGreaterThan(20);
  });

  it('is asked once more and not for ever', async () => {
    let asked = 0;
    const server = createServer((incoming) => {
      asked += 1;
      incoming.socket.destroy();
    });
    expect(await clientFor(await listen(server)).send(request)).toEqual(unavailable('CONNECTION'));
    expect(asked).toBe(2);
  });

  it('is asked once more within the time that is left of the deadline', async () => {
    let asked = 0;
    const server = createServer(({ socket }) => {
      if (asked++ === 0) setTimeout(() => socket.destroy(), 1_000);
    });
    deadlineMs = 1_500;
    const start = performance.now();
    expect(await clientFor(await listen(server)).send(request)).toEqual(unavailable('DEADLINE'));
    expect(asked).toBe(2);
    // Anew it would have been given ten seconds and more.
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  it('is not asked again once something of a reply has come', async () => {
    let asked = 0;
    const server = createServer(({ socket }, response) => {
      asked += 1;
      response.writeHead(200, { ...json, 'content-length': '100' }).write('{"data":');
      setTimeout(() => socket.destroy(), 20);
    });
    expect(await clientFor(await listen(server)).send(request)).toEqual(unavailable('CONNECTION'));
    expect(asked).toBe(1);
  });

  it('never has a mutation sent twice: it may have been done', async () => {
    let asked = 0;
    const server = createServer((incoming) => {
      asked += 1;
      incoming.socket.destroy();
    });
    const mutation = { ...request, query: 'mutation{ a }' };
    expect(await clientFor(await listen(server)).send(mutation)).toEqual(unavailable('CONNECTION'));
    expect(asked).toBe(1);
  });
});

it('sends each request with the disclosure id as its trace, and with no trace of a client', async () => {
  const traces: unknown[] = [];
  const server = createServer(({ headers }, response) => {
    traces.push(headers['traceparent']);
    response.writeHead(200, json).end('{"data":{}}');
  });
  const client = clientFor(await listen(server));
  await client.send({ ...request, disclosure: '0af76519-16cd-43dd-8448-eb211c80319c' });
  await client.send(request);
  expect(traces).toEqual(['00-0af7651916cd43dd8448eb211c80319c-8448eb211c80319c-01', undefined]);
});

it('refuses to open without a URL or a key', () => {
  const open =
    (urls: Record<string, string>, keys = { police: key }) =>
    () =>
      createAgencyClient({ urls, keys, clock: { now: () => now }, deadlineMs, maxReplyBytes: 1 });
  expect(open({ police: 'nowhere' })).toThrow(/TRELLIS_SUBGRAPH_URLS/);
  expect(open({ police: 'file:///etc/passwd' })).toThrow(/TRELLIS_SUBGRAPH_URLS/);
  expect(open({ education: 'http://127.0.0.1:1/' })).toThrow(/no key/);
});
