import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CacheUnavailable, openRedisCache, type Cache } from '@trellis/platform';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
const withServers = process.env['TEST_REDIS_URL'] !== undefined && isInstalled ? describe : describe.skip;
const patience = 60_000;

/** What a Redis URL of each kind leads to, with servers of our own: they are stopped, and fail over. */
withServers('a cache on Redis (TEST_REDIS_URL, redis-server)', () => {
  let directory = '';
  const started: ChildProcess[] = [];
  const opened: Cache[] = [];
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'trellis-redis-'));
  });
  afterAll(async () => {
    await Promise.all(opened.map((cache) => cache.close()));
    for (const each of started) each.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });

  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
  const start = async (lines: readonly string[], ...more: readonly string[]) => {
    const port = await freePort();
    const file = join(directory, `${String(port)}.conf`);
    const own = [`port ${String(port)}`, 'bind 127.0.0.1', `dir ${directory}`, `dbfilename ${String(port)}.rdb`];
    // A Sentinel keeps no data: it takes no name of a file for it.
    writeFileSync(file, [...own.slice(0, more.length > 0 ? 3 : 4), ...lines].join('\n'));
    const process = spawn('redis-server', [file, ...more], { stdio: 'ignore' });
    started.push(process);
    return { port, process };
  };
  const open = (url: string): Cache => {
    const cache = openRedisCache({ url, timeoutMs: 1_000 });
    opened.push(cache);
    return cache;
  };
  /** Tries until it is reached; whatever else fails is a failure. */
  const reached = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof CacheUnavailable)) throw error;
        await wait(100);
      }
    }
  };
  const bytes = Buffer.from('kept');
  const keeps = async (cache: Cache, key = 'key'): Promise<void> => {
    await reached(() => cache.set(key, bytes, { ttlMs: patience }));
    expect(Buffer.from((await reached(() => cache.get(key))) ?? [])).toEqual(bytes);
    expect(await reached(() => cache.take(`${key}-budget`, { limit: 1, windowMs: patience, cost: 1 }))).toBe(true);
    expect(await reached(() => cache.take(`${key}-budget`, { limit: 1, windowMs: patience, cost: 1 }))).toBe(false);
  };

  it(
    'with a password, alone',
    async () => {
      const { port } = await start(['requirepass p@ss:word']);
      await keeps(open(`redis://:${encodeURIComponent('p@ss:word')}@127.0.0.1:${String(port)}`));
      await expect(open(`redis://:wrong@127.0.0.1:${String(port)}`).get('key')).rejects.toThrow(CacheUnavailable);
    },
    patience,
  );

  it(
    'that Sentinels name, before and after it fails over',
    async () => {
      const master = await start([]);
      const replica = await start([`replicaof 127.0.0.1 ${String(master.port)}`]);
      const sentinel = await start(
        [
          `sentinel monitor trellis 127.0.0.1 ${String(master.port)} 1`,
          'sentinel down-after-milliseconds trellis 500',
          'sentinel failover-timeout trellis 2000',
        ],
        '--sentinel',
      );
      const cache = open(`redis+sentinel://127.0.0.1:${String(sentinel.port)}/trellis`);
      await keeps(cache);
      const alone = open(`redis://127.0.0.1:${String(replica.port)}`);
      for (;;) {
        const copied = await reached(() => alone.get('key'));
        if (copied !== undefined) break;
        await wait(100);
      }
      // The Sentinel must have heard of the replica, or it has nothing to fail over to.
      await wait(1_500);
      master.process.kill('SIGKILL');
      await keeps(cache, 'after');
    },
    patience,
  );

  it(
    'that is a Cluster',
    async () => {
      const node = await start([
        'cluster-enabled yes',
        // One that met no other does not know where it is.
        'cluster-announce-ip 127.0.0.1',
        'cluster-config-file nodes.conf',
        'cluster-require-full-coverage yes',
      ]);
      const cli = (...args: readonly string[]) => spawnSync('redis-cli', ['-p', String(node.port), ...args]);
      while (cli('cluster', 'addslotsrange', '0', '16383').stdout?.toString().trim() !== 'OK') await wait(100);
      const cache = open(`redis+cluster://127.0.0.1:${String(node.port)}`);
      for (const key of ['a', 'b', 'c']) await keeps(cache, key);
    },
    patience,
  );
});
