import { spawn, type ChildProcess } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRedisCache } from '@trellis/platform';
import { Redis } from 'ioredis';

/** Two servers of one's own are needed: they are started where the tests that need a Redis run. */
const describeWithRedis = process.env['TEST_REDIS_URL'] === undefined ? describe.skip : describe;

describeWithRedis('behind one address, a Redis that became a replica', () => {
  const servers: ChildProcess[] = [];
  const ports: number[] = [];
  let behind = 0;
  const address = createServer((near) => {
    const far = connect(ports[behind] ?? 0, '127.0.0.1');
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => near.destroy());
  });

  beforeAll(async () => {
    for (let server = 0; server < 2; server += 1) {
      const port = await freePort();
      servers.push(
        spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']),
      );
      ports.push(port);
      const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
      client.on('error', () => undefined);
      await client.ping();
      client.disconnect();
    }
    await new Promise<void>((resolve) => address.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    for (const server of servers) server.kill();
    address.close();
  });

  it('is left for the master that took its place, and budgets hold from then on', async () => {
    const cache = openRedisCache({
      url: `redis://127.0.0.1:${String((address.address() as AddressInfo).port)}`,
      timeoutMs: 2_000,
    });
    const take = () => cache.take('budget', { limit: 2, windowMs: 600_000, cost: 1 }).catch(() => 'gone' as const);
    try {
      expect(await take()).toBe(true);
      const old = new Redis(ports[0] ?? 0, '127.0.0.1');
      await old.replicaof('127.0.0.1', '1');
      old.disconnect();
      // The address leads to the other from now on; the connection that is open stays.
      behind = 1;
      const taken: (boolean | 'gone')[] = [];
      for (let time = 0; time < 200 && !taken.includes(false); time += 1) {
        taken.push(await take());
        await wait(10);
      }
      expect(taken[0]).toBe('gone');
      expect(taken.filter((each) => each === true)).toEqual([true, true]);
      expect(taken.at(-1)).toBe(false);
    } finally {
      await cache.close();
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
