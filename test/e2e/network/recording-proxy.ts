import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request of the gateway to an agency, as it crossed the wire. */
export interface Recorded {
  readonly agency: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What the agency behind a proxy does: answer, refuse the connection, never answer, fail, talk nonsense, send elsewhere, answer for another child. */
export type Condition = 'up' | 'down' | 'hung' | 'failing' | 'garbage' | 'redirecting' | 'lying';

/** The child whom a lying agency answers for. */
export const otherChild = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';

const lie = { inMentalHealthService: true, mentalHealth: { inService: true, conditions: [] } };

/** Stands between the gateway and one agency, bound to the agency's name alone: writes down every request, and can stand in for an agency that is ill. */
export interface RecordingProxy {
  readonly url: string;
  condition: Condition;
  close(): Promise<void>;
}

export async function openRecordingProxy(
  agency: string,
  target: string,
  record: (request: Recorded) => void | Promise<void>,
): Promise<RecordingProxy> {
  const { hostname, port, pathname } = new URL(target);
  const held = new Set<ServerResponse>();

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { query, variables } = JSON.parse(body.toString()) as Pick<Recorded, 'query' | 'variables'>;
    await record({ agency, query, variables, headers: incoming.headers, body: body.toString() });
    switch (proxy.condition) {
      case 'down':
        outgoing.socket?.destroy();
        return;
      case 'hung':
        held.add(outgoing);
        return;
      case 'failing':
        outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('Error: connect to 10.0.0.7:5432 of role admin');
        return;
      case 'garbage':
        outgoing.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"g0":[{"__typename":"Child"');
        return;
      case 'redirecting':
        outgoing.writeHead(302, { location: target }).end();
        return;
      case 'lying':
        outgoing.writeHead(200, { 'content-type': 'application/json' });
        outgoing.end(JSON.stringify({ data: { g0: [{ __typename: 'Child', id: otherChild, ...lie }] } }));
        return;
      case 'up': {
        const options = { hostname, port, path: pathname, method: incoming.method, headers: incoming.headers };
        const onward = forward(options, (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        });
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
      }
    }
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: RecordingProxy = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${pathname}`,
    condition: 'up',
    async close() {
      for (const outgoing of held) outgoing.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
  return proxy;
}
