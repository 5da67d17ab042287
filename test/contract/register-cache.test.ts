import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProcessCache, openRedisCache, type Cache, type Database } from '@trellis/platform';
import { openRegister, type Register } from '@trellis/register';
import { vocabulary } from '@trellis/vocabulary';
import { describeOn, testDatabases } from './databases.ts';
import { openTestRegister, type TestRegister } from './open-test-register.ts';
import { authorityOver } from './records-of.ts';

const child = 'c'.repeat(26);
const other = 'o'.repeat(26);
type Change = (key: string, value: Uint8Array) => Uint8Array | Promise<Uint8Array | undefined>;

const redis = process.env['TEST_REDIS_URL'];
const caches: readonly (readonly [name: string, open: () => Cache])[] = [
  ['in process', () => openProcessCache()],
  ...(redis === undefined
    ? []
    : [
        [
          'on Redis',
          () =>
            openRedisCache({ url: redis, prefix: `trellis-test-${randomBytes(6).toString('hex')}:`, timeoutMs: 2_000 }),
        ] as const,
      ]),
];
const each = testDatabases.flatMap((kind) => caches.map((cache) => [kind, ...cache] as const));

for (const [kind, cacheName, openCache] of each) {
  describeOn(kind, describe, `facts that gateways share ${cacheName}`, () => {
    let opened: TestRegister;
    let database: Database;
    beforeAll(async () => {
      opened = await openTestRegister(kind, {
        children: [child, other].map((each) => ({ child: each, birthDate: '2018-05-01', disputed: false })),
        authorities: [authorityOver(child, { id: 'authority', holder: 'mother' })],
      });
      ({ database } = opened);
    });
    const open: Cache[] = [];
    const newCache = (): Cache => {
      const cache = openCache();
      open.push(cache);
      return cache;
    };
    afterAll(async () => {
      await Promise.all(open.map((cache) => cache.close()));
      await opened.close();
    });

    /** A gateway's register on a cache that may change what it gives, and how often it asked the database for records. */
    const gateway = (cache = newCache(), change: Change = (_, value) => value) => {
      const asked = { records: 0 };
      const counting: Database = {
        ...database,
        query: (text, values) => {
          if (text.includes('jsonb_agg') && text.includes('unnest(')) asked.records++;
          return database.query(text, values);
        },
      };
      const store = {
        set: cache.set,
        get: async (key: string) => {
          const value = await cache.get(key);
          return value && change(key, value);
        },
      };
      return { register: openRegister(counting, { vocabulary, cache: store }), asked, cache };
    };
    const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
    const factsOf = async (register: Register, of = child) => (await register.read([of])).facts.get(of);

    it('are read once for all of them, and say the same', async () => {
      const first = gateway();
      const read = await factsOf(first.register);
      await settle();
      const second = gateway(first.cache);
      expect(await factsOf(second.register)).toEqual(read);
      expect(Object.isFrozen((await factsOf(second.register))?.authorities[0])).toBe(true);
      expect([first.asked.records, second.asked.records]).toEqual([1, 0]);
    });

    it('are of no use at another version', async () => {
      const first = gateway();
      await factsOf(first.register);
      await settle();
      const mother = {
        agency: 'family',
        role: 'parent',
        user: 'mother',
        kind: 'family',
        purpose: 'family-access',
      } as const;
      // What no decision rests on is no other version.
      await first.register.recordStatement(mother, { child, text: 'something' });
      await first.register.recordConsent(mother, {
        child,
        decision: 'REFUSE',
        by: 'authority',
        recipients: [{ agency: 'police' }],
        purposes: ['law-enforcement-investigation'],
        categories: ['education'],
      });
      const second = gateway(first.cache);
      expect((await factsOf(second.register))?.version).toBe(2);
      expect(second.asked.records).toBe(1);
    });

    it.each<[string, (all: ReadonlyMap<string, Uint8Array>) => Change]>([
      ['flipped in one bit', () => (_, value) => value.map((byte, at) => (at === value.length - 1 ? byte ^ 1 : byte))],
      ['cut short', () => (_, value) => value.subarray(0, 9)],
      ['empty', () => () => new Uint8Array()],
      [
        'in the clear',
        () => () => Buffer.from(JSON.stringify({ child, version: 2, consents: [{ decision: 'PERMIT' }] })),
      ],
      ['that of another child', (all) => () => [...all].find(([key]) => key.includes(other))?.[1] ?? new Uint8Array()],
      ['away', () => () => Promise.reject(new Error('away'))],
    ])('count as not there where what is kept is %s', async (_what, changing) => {
      const first = gateway();
      const all = new Map<string, Uint8Array>();
      const keep = { ...first.cache, set: async (key: string, value: Uint8Array) => void all.set(key, value) };
      const filling = openRegister(database, { vocabulary, cache: keep });
      const truth = await factsOf(filling);
      await factsOf(filling, other);
      await settle();
      for (const [key, value] of all) await first.cache.set(key, value, { ttlMs: 10_000 });
      const poisoned = gateway(first.cache, changing(all));
      expect(await factsOf(poisoned.register)).toEqual(truth);
      expect(poisoned.asked.records).toBe(1);
    });

    it('are asked for, read and kept as often for an id that is nobody’s as for a child', async () => {
      const asked: string[] = [];
      const counted = (of: string, cache: Cache): Pick<Cache, 'get' | 'set'> => ({
        get: (key) => (asked.push(`get ${key.includes(of)}`), cache.get(key)),
        set: (key, ...rest) => (asked.push(`set ${key.includes(of)}`), cache.set(key, ...rest)),
      });
      const costs = async (of: string): Promise<readonly unknown[]> => {
        const seen: unknown[] = [];
        const cache = newCache();
        // Of two gateways the first meets the id, the second finds what the first has read; each is asked twice.
        for (let which = 0; which < 2; which++) {
          const { register, asked: database } = gateway({ ...cache, ...counted(of, cache) });
          for (let again = 0; again < 2; again++) {
            await factsOf(register, of);
            await settle();
            seen.push([database.records, ...asked.splice(0)]);
          }
        }
        return seen;
      };
      const nobody = await costs('n'.repeat(26));
      expect(nobody).toEqual([[1, 'get true', 'set true'], [1], [0, 'get true'], [0]]);
      expect(await costs(child)).toEqual(nobody);
    });

    it('tell nobody who reaches the cache alone anything', async () => {
      const values: string[] = [];
      const cache = {
        get: () => Promise.resolve(undefined),
        set: async (_: string, value: Uint8Array) => void values.push(Buffer.from(value).toString()),
      };
      await factsOf(openRegister(database, { vocabulary, cache }));
      await settle();
      expect(values).toHaveLength(1);
      expect(values[0]).not.toContain('mother');
    });
  });
}
