import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startForGateways, type GatewayProcess } from './gateway-processes.ts';
import { askGrade, post, withSealedGrade } from './publishing-network.ts';

const { TEST_DATABASE_URL: server = '', TEST_REDIS_URL: redis = '' } = process.env;
const withServers = server !== '' && redis !== '' ? describe : describe.skip;
const patience = 600_000;

withServers('a gateway that is killed while an agency publishes through it (TEST_DATABASE_URL, TEST_REDIS_URL)', () => {
  let at: Awaited<ReturnType<typeof startForGateways>>;
  let victim: GatewayProcess;
  let other: GatewayProcess;
  beforeAll(async () => {
    at = await startForGateways(server, redis);
    [victim, other] = [await at.gateway(), await at.gateway()];
  }, patience);
  afterAll(() => at.close(), patience);

  /** The grade, or whether it is withheld; asked again where the machine was too slow for a gateway's deadlines. */
  const ask = async (gateway: string): Promise<string> => {
    for (let tries = 0; ; tries += 1) {
      const said = await askGrade({ token: at.token, urls: { gateway } });
      if (tries === 20 || !said.includes('_UNAVAILABLE')) return said;
      await wait(500);
    }
  };

  it(
    'comes back to a good state, the same as that of the others',
    async () => {
      const system = { agency: 'education', role: 'system', kind: 'system', user: 'education' } as const;
      const publishing = post(`${victim.url}/catalogue/publish`, withSealedGrade(), () =>
        at.token({ ...system, purposes: ['privacy-administration'] }),
      ).catch(() => undefined);
      await wait(Math.random() * 5_000);
      await victim.kill();
      const answered = await publishing;
      victim = await at.gateway();
      const [again, others] = [await ask(victim.url), await ask(other.url)];
      expect(answered === undefined ? ['3', 'withheld'] : ['withheld']).toContain(again);
      expect(others).toBe(again);
    },
    patience,
  );
});
