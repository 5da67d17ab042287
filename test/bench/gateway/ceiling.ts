import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { parts } from './operations.ts';
import type { AgencyName } from './records.ts';
import { serve } from './serve.ts';

interface Asked {
  readonly variables: { readonly id?: string; readonly ids?: readonly string[] };
}
interface Replied {
  readonly data: { readonly _entities: readonly object[] };
}

/**
 * A process of its own, which is no gateway: it makes the four requests that gateways make and lays the replies together, knowing the
 * operation beforehand. What it costs no gateway in JavaScript can go below.
 */
serve(async ({ agencyUrls }) => {
  const agencies = Object.entries(parts).map(([agency, part]) => {
    const url = new URL(agencyUrls[agency as AgencyName] ?? '');
    const query = `query($r:[_Any!]!){_entities(representations:$r){...on Child{${part}}}}`;
    return { pool: new Pool(url.origin, { connections: 32 }), path: url.pathname, query };
  });
  const ask = async (ids: readonly string[]): Promise<object[]> => {
    const r = ids.map((id) => ({ __typename: 'Child', id }));
    const replies = await Promise.all(
      agencies.map(async ({ pool, path, query }) => {
        const body = JSON.stringify({ query, variables: { r } });
        const reply = await pool.request({
          method: 'POST',
          path,
          body,
          headers: { 'content-type': 'application/json' },
        });
        return ((await reply.body.json()) as Replied).data._entities;
      }),
    );
    return ids.map((_, index) => Object.assign({}, ...replies.map((entities) => entities[index])) as object);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { id, ids } = (JSON.parse(Buffer.concat(chunks).toString()) as Asked).variables;
      void ask(ids ?? [id ?? '']).then((children) => {
        const body = JSON.stringify({ data: ids ? { children } : { child: children[0] } });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { urls: { gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` } };
});
