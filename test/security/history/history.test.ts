import { afterEach, describe, expect, it } from '@jest/globals';
import { openHistoryNetwork, type HistoryNetwork } from './open-history-network.ts';
import { openRedisFaults, type RedisFaults } from './open-redis-faults.ts';
import { runHistory, type History } from './run-history.ts';

const { TEST_DATABASE_URL: server, TEST_REDIS_URL: redisServer, TRELLIS_HISTORY_OPERATIONS: asked } = process.env;
const operations = Number(asked ?? 1_000);
/** Each of the eight things goes wrong at least three times. */
const faultEvery = Math.min(84, Math.floor(operations / 24));
const onPostgres = server === undefined ? describe.skip : describe;

onPostgres('a history over three gateways (TEST_DATABASE_URL; Redis too with TEST_REDIS_URL)', () => {
  let network: HistoryNetwork | undefined;
  let redis: RedisFaults | undefined;
  const open = async (): Promise<HistoryNetwork> => {
    redis = redisServer === undefined ? undefined : await openRedisFaults(redisServer);
    return (network = await openHistoryNetwork(server ?? '', { children: 200 + operations / 5, redisUrl: redis?.url }));
  };
  afterEach(async () => {
    await network?.close();
    await redis?.close();
  });
  const summary = (history: History): string => JSON.stringify({ ...history, wrong: history.wrong.slice(0, 3) });

  it(
    'discloses nothing that no register permitted, whatever fails meanwhile',
    async () => {
      const history = await runHistory(await open(), { operations, redis, faultEvery });
      console.log(summary(history));
      expect(history.wrong).toEqual([]);
      expect(history.operations).toBeGreaterThanOrEqual(operations);
      expect(Object.keys(history.faults).length).toBeGreaterThanOrEqual(redis === undefined ? 5 : 8);
      // It was a history worth judging: much was disclosed, much was revoked, and not all of it failed.
      expect(history.disclosed).toBeGreaterThan(operations / 10);
      expect(history.revoked).toBeGreaterThan(operations / 20);
      expect(history.failed).toBeLessThan((history.disclosed + history.withheld) / 4);
    },
    600_000 + operations * 60,
  );

  // The nightly run alone: three more gateways each. In CI `new-enemy.test.ts` shows what the release check is for.
  if (asked !== undefined)
    it.each(['the release check', 'the version of what is kept'] as const)(
      'is found out without %s, within 1,000 operations',
      async (without) => {
        const history = await runHistory(await open(), { operations: 1_000, without, redis });
        expect(history.wrong).not.toEqual([]);
      },
    );
});
