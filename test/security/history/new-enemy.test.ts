import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askGateway } from './ask-gateway.ts';
import { openHistoryNetwork, type HistoryNetwork } from './open-history-network.ts';
import type { SpawnedGateway } from './spawn-gateway.ts';

const { TEST_DATABASE_URL: server } = process.env;
const onPostgres = server === undefined ? describe.skip : describe;
const query = 'query ($id: NetworkId!) { child(id: $id) { version } }';
const give = 'mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }';
const withdraw = 'mutation ($id: ID!) { withdrawConsent(id: $id) { id } }';

onPostgres('what is written after a withdrawal is never judged by consent from before it (TEST_DATABASE_URL)', () => {
  let network: HistoryNetwork;
  let gateways: SpawnedGateway[];
  beforeAll(async () => {
    network = await openHistoryNetwork(server ?? '', { children: 2 });
    gateways = [await network.gateway(), await network.gateway(), await network.gateway('the release check')];
  });
  afterAll(() => network.close());

  /** A read that the agency is still answering while the consent is withdrawn on another gateway and something new is written. */
  async function overtaken(reading: SpawnedGateway | undefined, child: string): Promise<unknown> {
    const teacher = await network.headers(
      { agency: 'education', role: 'teacher', user: 'teacher', kind: 'worker' },
      'education-support',
    );
    const mother = await network.headers(
      { agency: 'family', role: 'parent', user: 'mother', kind: 'family' },
      'family-access',
    );
    const elsewhere = gateways[1]?.url ?? '';
    const input = {
      child,
      decision: 'PERMIT',
      by: `authority-${child}`,
      recipients: [{ agency: 'education' }],
      purposes: ['education-support'],
      categories: ['mental-health'],
    };
    const given = await askGateway(elsewhere, mother, give, { input });
    const { id } = given?.data?.['recordConsent'] as { id: string };
    let reached = (): void => undefined;
    const atAgency = new Promise<void>((resolve) => (reached = resolve));
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    network.beforeAnswer = () => {
      reached();
      return held;
    };
    const answered = askGateway(reading?.url ?? '', teacher, query, { id: child });
    await atAgency;
    const withdrawn = await askGateway(elsewhere, mother, withdraw, { id });
    expect(withdrawn?.errors).toBeUndefined();
    network.values.set(child, 666);
    answer();
    return ((await answered)?.data?.['child'] as { version: unknown }).version;
  }

  it('on whichever gateway, however long the read had been under way', async () => {
    expect(await overtaken(gateways[0], network.children[0] ?? '')).toBeNull();
  });

  it('which is the release check’s doing: without it the new would be disclosed', async () => {
    expect(await overtaken(gateways[2], network.children[1] ?? '')).toBe(666);
  });
});
