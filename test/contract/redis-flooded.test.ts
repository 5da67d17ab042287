import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRedisCache } from '@trellis/platform';
import { Redis } from 'ioredis';

/** A server of one's own is needed, with little memory: it is started where the tests that need a Redis run. */
const describeWithRedis = process.env['TEST_REDIS_URL'] === undefined ? describe.skip : describe;
const megabyte = 1024 * 1024;

describeWithRedis('a Redis of little memory, flooded with the facts of ids that are nobody’s', () => {
  let server: ChildProcess;
  let port = 0;
  beforeAll(async () => {
    port = await freePort();
    // As docker-compose.yml starts it, but with little memory.
    const bounded = ['--maxmemory', '6mb', '--maxmemory-policy', 'allkeys-lfu'];
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = spawn('redis-server', [...own, ...bounded]);
    const client = new Redis(port, '127.0.0.1', { maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  });
  afterAll(() => {
    server.kill();
  });

  it('forgets those, stays within its memory, and budgets hold', async () => {
    const cache = openRedisCache({ url: `redis://127.0.0.1:${String(port)}`, timeoutMs: 300_000 });
    const client = new Redis(port, '127.0.0.1');
    // A window of a month: a slow machine is given nothing back meanwhile.
    const spender = (nth: number) =>
      cache.take(`budget/${String(nth)}`, { limit: 50, windowMs: 30 * 86_400_000, cost: 1 });
    const granted = new Map<number, number>();
    const facts = Buffer.alloc(1_000, 'x');
    try {
      for (let round = 0; round < 60; round += 1) {
        // Whoever floods is counted at each request: so what counts is asked for more often than what floods.
        for (let nth = 0; nth < 3; nth += 1) if (await spender(nth)) granted.set(nth, (granted.get(nth) ?? 0) + 1);
        const flood = Array.from({ length: 300 }, (_, at) => `facts/${String(round)}/${String(at)}`);
        await Promise.all(flood.map((key) => cache.set(key, facts, { ttlMs: 600_000 })));
      }
      // 18 megabytes were written. None of those that count was forgotten: each was given its fifty, and then no more.
      expect([...granted.values()]).toEqual([50, 50, 50]);
      const memory = /used_memory:(\d+)/.exec(await client.info('memory'))?.[1];
      expect(Number(memory)).toBeLessThan(8 * megabyte);
      const evicted = /evicted_keys:(\d+)/.exec(await client.info('stats'))?.[1];
      expect(Number(evicted)).toBeGreaterThan(5_000);
    } finally {
      client.disconnect();
      await cache.close();
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const reserved = createServer().listen(0, '127.0.0.1', () => {
      const { port } = reserved.address() as AddressInfo;
      reserved.close(() => resolve(port));
    });
  });
}
