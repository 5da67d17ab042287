import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Redis } from 'ioredis';

/** A Redis that can be stopped, emptied, and set back to an old copy of itself, for those who reach it through `url`. */
export interface RedisFaults {
  readonly url: string;
  stop(): void;
  start(): void;
  empty(prefix: string): Promise<void>;
  /** Keeps a copy of what is there now. */
  remember(prefix: string): Promise<void>;
  /** Puts the copy back over what is there, as where a replica that lagged behind takes over. */
  goBack(): Promise<void>;
  close(): Promise<void>;
}

export async function openRedisFaults(serverUrl: string): Promise<RedisFaults> {
  const { hostname, port } = new URL(serverUrl);
  const client = new Redis(serverUrl);
  const sockets = new Set<Socket>();
  const copy = new Map<string, Buffer>();
  let isStopped = false;
  const server = createServer((near) => {
    if (isStopped) return void near.destroy();
    const far = connect(Number(port || 6379), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): void => {
    isStopped = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `redis://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop,
    start: () => {
      isStopped = false;
    },
    async empty(prefix) {
      const keys = await client.keys(`${prefix}*`);
      if (keys.length > 0) await client.del(keys);
    },
    async remember(prefix) {
      for (const key of await client.keys(`${prefix}*`)) {
        const value = await client.getBuffer(key);
        if (value !== null) copy.set(key, value);
      }
    },
    async goBack() {
      for (const [key, value] of copy) await client.set(key, value, 'PX', 600_000);
    },
    async close() {
      stop();
      client.disconnect();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
