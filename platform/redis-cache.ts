import { Buffer } from 'node:buffer';
import { CacheUnavailable, type Cache } from './cache.ts';
import { connectRedis } from './redis-client.ts';

/** The same arithmetic as in process, in one step and by the server's clock, so that several gateways share one budget. */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local whole = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + tonumber(ARGV[1])
local window = tonumber(ARGV[2])
if whole - now > window then return 0 end
redis.call('SET', KEYS[1], string.format('%.3f', whole), 'PX', math.ceil(whole - now) + 1)
return 1`;

export interface RedisCacheOptions {
  /** `redis://`, `rediss://`; `redis+sentinel://host:port,host:port/name`; `redis+cluster://host:port,host:port`. */
  readonly url: string;
  /** Goes before every key and channel, so that networks may share a server. */
  readonly prefix?: string;
  /** Milliseconds to wait for an answer before going on without the cache. */
  readonly timeoutMs?: number;
}

/** A cache on Redis 6 or later, shared by every gateway. */
export function openRedisCache({ url, prefix = 'trellis:', timeoutMs = 250 }: RedisCacheOptions): Cache {
  const client = connectRedis(url, timeoutMs);
  const listener = connectRedis(url, timeoutMs);
  const heardOn = new Map<string, Set<(message: Uint8Array) => void>>();
  listener.on('messageBuffer', (channel: Buffer, message: Buffer) => {
    for (const heard of heardOn.get(channel.toString()) ?? []) heard(message);
  });

  const ask = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await question();
    } catch (cause) {
      throw new CacheUnavailable('the cache cannot be reached', { cause });
    }
  };

  return {
    // In a list: of a null that nobody asked for, as a server out of step may send one, ioredis makes an exception that ends the process.
    get: (key) => ask(async () => (await client.mgetBuffer(prefix + key))[0] ?? undefined),
    set: (key, value, { ttlMs }) =>
      ask(async () => {
        if (ttlMs > 0) await client.set(prefix + key, Buffer.from(value), 'PX', Math.ceil(ttlMs));
        else await client.del(prefix + key);
      }),
    delete: (key) =>
      ask(async () => {
        await client.del(prefix + key);
      }),
    take: (key, { limit, windowMs, cost }) =>
      ask(async () => {
        const taken = await client.eval(takeScript, 1, prefix + key, (cost * windowMs) / limit, windowMs);
        if (taken !== 0 && taken !== 1) throw new Error('What came is no answer of the script.');
        return taken === 1;
      }),
    publish: (channel, message) =>
      ask(async () => {
        await client.publish(prefix + channel, Buffer.from(message));
      }),
    subscribe: (channel, heard) =>
      ask(async () => {
        const name = prefix + channel;
        const set = heardOn.get(name) ?? new Set();
        heardOn.set(name, set.add(heard));
        if (set.size === 1) await listener.subscribe(name);
        return async () => {
          set.delete(heard);
          if (set.size === 0) await ask(() => listener.unsubscribe(name));
        };
      }),
    close() {
      client.disconnect();
      listener.disconnect();
      return Promise.resolve();
    },
  };
}
