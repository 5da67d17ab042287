import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Fault } from './fault.ts';

export interface FaultyRedis {
  readonly url: string;
  fault: Fault | undefined;
  close(): Promise<void>;
}

/** Stands between the gateway and Redis, and can be ill. */
export async function openFaultyRedis(serverUrl: string): Promise<FaultyRedis> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (redis.fault === 'down') return void near.destroy();
    const far = connect(Number(port || 6379), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (asked) => {
      const answer = instead(redis.fault);
      if (redis.fault === 'down') near.destroy();
      else if (answer === undefined) far.write(asked);
      else if (answer !== '') near.write(answer);
    });
    far.on('data', (said) => {
      near.write(said);
      if (redis.fault === 'extra rows') near.write(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const redis: FaultyRedis = {
    url: `redis://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    fault: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return redis;
}

/** What is said in the place of the server; nothing where it hangs, undefined where the server may answer. */
function instead(fault: Fault | undefined): string | undefined {
  switch (fault) {
    case 'hung':
      return '';
    case 'failing':
      return '-ERR the server is out of order\r\n';
    case 'garbage':
      return '\u0000\u0001HTTP/1.1 200 OK\r\n\r\n';
    case 'wrong rows':
      return '$40\r\nwhat another key holds, of another child\r\n';
    case 'down':
    case 'extra rows':
    case undefined:
      return undefined;
  }
}
