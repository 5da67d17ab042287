import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

/** What others were attacked through, and this gateway does not have: each is a second way to the same data, on which a check could be missing. */
let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  gateway = await stubGateway();
});
afterAll(() => gateway.server.close());
beforeEach(() => {
  gateway.inputs.length = 0;
});

const query = '{ child(id: "1") { name } }';

/** The status of a reply to an attempt to speak another protocol, or that the attempt was taken up. */
function upgrade(path: string, protocol: string): Promise<number | 'taken up'> {
  return new Promise((resolve, reject) => {
    const asked = request(`${gateway.url}${path}`, {
      headers: {
        ...gateway.headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol': protocol,
      },
    });
    asked
      .on('upgrade', (_response, socket) => {
        socket.destroy();
        resolve('taken up');
      })
      .on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
      .on('error', reject)
      .end();
  });
}

describe('there is no', () => {
  it.each(['graphql-transport-ws', 'graphql-ws', ''])('WebSocket, asked for by the protocol %j', async (protocol) => {
    expect(await upgrade('/graphql', protocol)).toBe(405);
    for (const path of ['/', '/subscriptions', '/graphql/', '/ws']) expect(await upgrade(path, protocol)).toBe(404);
    expect(gateway.inputs).toEqual([]);
  });

  it.each(['multipart/mixed;subscriptionSpec="1.0"', 'multipart/mixed;deferSpec=20220824', 'text/event-stream'])(
    'stream in %s',
    async (accept) => {
      const reply = await gateway.post({ query }, { accept });
      expect([reply.status, reply.body.errors?.[0]?.extensions]).toEqual([
        406,
        expect.objectContaining({ code: 'BAD_REQUEST', reason: 'ACCEPT' }),
      ]);
      expect(gateway.inputs).toEqual([]);
    },
  );

  it.each(['{ child(id: "1") { ... @defer { name } } }', '{ children(ids: ["1"]) @stream { name } }'])(
    'part that comes later: %s',
    async (later) => {
      const reply = await gateway.post({ query: later });
      expect([reply.status, reply.body.errors?.[0]?.extensions]).toEqual([
        400,
        expect.objectContaining({ code: 'BAD_REQUEST', reason: 'VALIDATION' }),
      ]);
      expect(gateway.inputs).toEqual([]);
    },
  );

  it.each(['application/json', 'text/plain', 'message/sip', 'multipart/form-data; boundary=x', undefined])(
    'GET, whatever it says it carries: %s',
    async (type) => {
      const headers = { ...gateway.headers, 'content-type': type ?? '' };
      const url = `${gateway.url}/graphql?query=${encodeURIComponent(query)}`;
      expect((await fetch(url, { headers })).status).toBe(405);
      expect(gateway.inputs).toEqual([]);
    },
  );

  it('upload', async () => {
    const body =
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--\r\n';
    const reply = await gateway.post(body, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(reply.status).toBe(415);
    expect(gateway.inputs).toEqual([]);
  });

  it.each([
    ['apollo-federation-include-trace', 'ftv1'],
    ['apollo-query-plan-experimental', 'true'],
    ['apollo-query-plan-experimental-format', 'internal'],
    ['apollo-tracing', '1'],
    ['x-apollo-tracing', '1'],
    ['apollo-cache-control', '1'],
    ['debug', 'true'],
  ])('plan or trace for who asks by %s: %s', async (name, value) => {
    const usual = await gateway.post({ query });
    const asked = await gateway.post({ query }, { [name]: value });
    expect([asked.status, asked.text]).toEqual([usual.status, usual.text]);
    expect(Object.keys(asked.body.extensions ?? {})).toEqual(['trellis']);
  });
});
