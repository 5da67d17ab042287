import { createServer } from 'node:net';
import type { Ports } from './ports.ts';

/** Rejects with EADDRINUSE, naming the port, where one of these cannot be listened on: before anything is opened or seeded. */
export async function checkPorts({ gateway, admin, issuer, agencies }: Ports): Promise<void> {
  const named = [gateway, admin, issuer, ...Object.values(agencies)].filter((port) => port !== 0);
  const twice = named.find((port, at) => named.indexOf(port) !== at);
  if (twice !== undefined)
    throw Object.assign(new Error(`port ${String(twice)} is used twice`), { code: 'EADDRINUSE', port: twice });
  for (const port of named) await tryToListen(port);
}

function tryToListen(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => {
        resolve();
      });
    });
  });
}
