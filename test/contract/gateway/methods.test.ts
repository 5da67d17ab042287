import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { stubGateway } from './stub-gateway.ts';

let gateway: Awaited<ReturnType<typeof stubGateway>>;
beforeAll(async () => {
  const sdl = `type Query {\n${Array.from({ length: 100 }, (_, at) => `  field${String(at)}: ID`).join('\n')}\n}`;
  gateway = await stubGateway({
    prepare: () => ({ describe: () => Promise.resolve(sdl), execute: () => Promise.reject(new Error('Not asked.')) }),
  });
});
afterAll(() => gateway.server.close());

function ask(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { authorization } = gateway.headers;
  return fetch(`${gateway.url}${path}`, { method, headers: { authorization, ...headers } });
}

it('HEAD answers like GET, without the body', async () => {
  const [head, get] = [await ask('HEAD', '/schema.graphql'), await ask('GET', '/schema.graphql')];
  expect(head.status).toBe(200);
  for (const name of ['content-type', 'etag', 'cache-control', 'vary'])
    expect([name, head.headers.get(name)]).toEqual([name, get.headers.get(name)]);
  expect(await head.text()).toBe('');
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is not how a schema is read, and it is said how',
  async (method) => {
    const refused = await ask(method, '/schema.graphql');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  },
);

it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is not how an operation is sent, and it is said how',
  async (method) => {
    const refused = await ask(method, '/graphql');
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
  },
);

it.each(['TRACE', 'PROPFIND', 'MKCOL', 'PURGE'])(
  '%s, which hardly anybody knows, is no other address',
  async (method) => {
    for (const [path, allowed, status] of [
      ['/graphql', 'POST', 405],
      ['/graphql?query=%7Bme%7D', 'POST', 405],
      ['/schema.graphql', 'GET, HEAD', 405],
      ['/elsewhere', undefined, 404],
    ] as const) {
      const answered = await new Promise<IncomingMessage>((done, failed) => {
        request(`${gateway.url}${path}`, { method, headers: { connection: 'close' } }, done)
          .on('error', failed)
          .end();
      });
      answered.resume();
      expect([path, answered.statusCode, answered.headers.allow]).toEqual([path, status, allowed]);
    }
  },
);

it.each(['br', 'gzip'])('a schema is sent as %s, with the tag that it has plain', async (encoding) => {
  const plain = await ask('GET', '/schema.graphql', { 'accept-encoding': 'identity' });
  const encoded = await ask('GET', '/schema.graphql', { 'accept-encoding': encoding });
  expect([plain.headers.get('content-encoding'), encoded.headers.get('content-encoding')]).toEqual([null, encoding]);
  expect(await encoded.text()).toBe(await plain.text());
  const etag = plain.headers.get('etag') ?? '';
  expect(encoded.headers.get('etag')).toBe(etag);
  for (const tag of [etag, etag.replace('W/', '')])
    expect((await ask('GET', '/schema.graphql', { 'if-none-match': tag })).status).toBe(304);
});

it.each(['/%', '/graphql%zz', '/schema.graphql/%ff'])(
  '%s, an address that cannot be read, is refused as JSON',
  async (path) => {
    const refused = await ask('GET', path);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
    const id = expect.any(String) as unknown;
    expect(await refused.json()).toMatchObject({ extensions: { trellis: { disclosure: id } } });
  },
);
