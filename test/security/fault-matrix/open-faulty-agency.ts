import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stranger, unasked, type Fault } from './fault.ts';

/** Stands between the gateway and an agency, and can be ill. */
export interface FaultyAgency {
  readonly url: string;
  fault: Fault | undefined;
  /** Exchanges that the gateway has begun and neither had answered nor given up. */
  readonly waiting: ReadonlySet<ServerResponse>;
  close(): Promise<void>;
}

/** What is of one connection alone. */
const hops = new Set(['host', 'connection', 'content-length']);

type Rows = Record<string, unknown>;

export async function openFaultyAgency(target: string): Promise<FaultyAgency> {
  const waiting = new Set<ServerResponse>();
  const handle = async (headers: Headers, body: Buffer, outgoing: ServerResponse): Promise<void> => {
    const json = { 'content-type': 'application/json' };
    switch (agency.fault) {
      case 'down':
        return void outgoing.socket?.destroy();
      case 'hung':
        return;
      case 'failing':
        return void outgoing.writeHead(500, json).end(JSON.stringify({ data: { secret: unasked } }));
      case 'garbage':
        return void outgoing.writeHead(200, json).end(`{"data":{"g0":[{"secret":"${unasked}"`);
      case 'wrong rows':
      case 'extra rows':
      case undefined: {
        const reply = await fetch(target, { method: 'POST', headers, body: new Uint8Array(body) });
        const text = await reply.text();
        const said = agency.fault === undefined ? text : JSON.stringify(changed(JSON.parse(text), agency.fault));
        return void outgoing.writeHead(reply.status, json).end(said);
      }
    }
  };
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    waiting.add(outgoing);
    outgoing.on('close', () => waiting.delete(outgoing));
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const kept = Object.entries(incoming.headers).filter(([name]) => !hops.has(name));
      handle(new Headers(kept as [string, string][]), Buffer.concat(chunks), outgoing).catch(() => outgoing.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agency: FaultyAgency = {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${new URL(target).pathname}`,
    fault: undefined,
    waiting,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return agency;
}

/** The reply with its entities in another order or for another child; or with more of them, and more in each, than was asked. */
function changed(reply: unknown, fault: Fault): unknown {
  const { data } = reply as { data: Rows };
  const entries = Object.entries(data).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, value];
    const [first, ...others] = value as Rows[];
    if (fault === 'extra rows') return [name, [...value.map(withMore), { ...first, id: stranger }]];
    return [name, others.length > 0 ? [...others, first] : [{ ...first, id: stranger }]];
  });
  return { ...(reply as Rows), data: Object.fromEntries(entries) as Rows };
}

function withMore(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return { ...row, name: unasked, secret: unasked };
}
