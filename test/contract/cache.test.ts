import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { CacheUnavailable, openProcessCache, openRedisCache, type Cache } from '@trellis/platform';

const url = process.env['TEST_REDIS_URL'];
const prefix = `trellis-test-${randomBytes(6).toString('hex')}:`;
const kinds = [
  { name: 'in process', skip: undefined, open: (): Cache => openProcessCache() },
  {
    name: 'on Redis',
    skip: url === undefined ? 'TEST_REDIS_URL is not set' : undefined,
    open: (): Cache => openRedisCache({ url: url ?? '', prefix }),
  },
];
const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (value: Uint8Array | undefined): string | undefined => value && Buffer.from(value).toString();

for (const kind of kinds) {
  const title = `the Cache port ${kind.name}${kind.skip === undefined ? '' : ` (${kind.skip})`}`;
  (kind.skip === undefined ? describe : describe.skip)(title, () => {
    const cache = kind.skip === undefined ? kind.open() : openProcessCache();
    afterAll(() => cache.close());

    it('keeps bytes until their time has come, or they are deleted', async () => {
      expect(await cache.get('a')).toBeUndefined();
      const every = Uint8Array.from({ length: 256 }, (_, index) => index);
      await cache.set('a', every, { ttlMs: 60_000 });
      expect(Buffer.from((await cache.get('a')) ?? [])).toEqual(Buffer.from(every));
      await cache.set('a', bytes('second'), { ttlMs: 60_000 });
      expect(text(await cache.get('a'))).toBe('second');
      await cache.delete('a');
      expect(await cache.get('a')).toBeUndefined();
      await cache.set('brief', bytes('x'), { ttlMs: 30 });
      await wait(60);
      expect(await cache.get('brief')).toBeUndefined();
      await cache.set('never', bytes('x'), { ttlMs: 0 });
      expect(await cache.get('never')).toBeUndefined();
    });

    it('gives a budget out once, however many take at once', async () => {
      const budget = { limit: 10, windowMs: 60_000, cost: 1 };
      const taken = await Promise.all(Array.from({ length: 40 }, () => cache.take('budget', budget)));
      expect(taken.filter(Boolean)).toHaveLength(10);
      expect(await cache.take('another', budget)).toBe(true);
    });

    it('takes nothing where there is not enough', async () => {
      expect(await cache.take('cost', { limit: 10, windowMs: 60_000, cost: 11 })).toBe(false);
      expect(await cache.take('cost', { limit: 10, windowMs: 60_000, cost: 8 })).toBe(true);
      expect(await cache.take('cost', { limit: 10, windowMs: 60_000, cost: 3 })).toBe(false);
      expect(await cache.take('cost', { limit: 10, windowMs: 60_000, cost: 2 })).toBe(true);
    });

    it('fills a budget again as time goes by', async () => {
      const budget = { limit: 4, windowMs: 200, cost: 1 };
      for (let index = 0; index < 4; index++) expect(await cache.take('refill', budget)).toBe(true);
      expect(await cache.take('refill', budget)).toBe(false);
      await wait(120);
      expect(await cache.take('refill', budget)).toBe(true);
    });

    it('tells those who listen, and them alone', async () => {
      const heard: string[] = [];
      const stop = await cache.subscribe('news', (message) => heard.push(Buffer.from(message).toString()));
      const other = await cache.subscribe('other', () => heard.push('other'));
      await cache.publish('news', bytes('one'));
      await wait(50);
      await stop();
      await cache.publish('news', bytes('two'));
      await wait(50);
      await other();
      expect(heard).toEqual(['one']);
    });
  });
}

describe('a Redis that is not there', () => {
  it('is an error to go on without, soon', async () => {
    const cache = openRedisCache({ url: 'redis://127.0.0.1:1', timeoutMs: 100 });
    const started = Date.now();
    await expect(cache.get('a')).rejects.toBeInstanceOf(CacheUnavailable);
    await expect(cache.take('a', { limit: 1, windowMs: 1000, cost: 1 })).rejects.toBeInstanceOf(CacheUnavailable);
    expect(Date.now() - started).toBeLessThan(2_000);
    await cache.close();
  });
});
