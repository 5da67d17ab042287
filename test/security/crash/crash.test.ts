import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportLedger, verifyExport, type Checkpoint } from '@trellis/ledger';
import { askGateway } from '../history/ask-gateway.ts';
import { openHistoryNetwork, type HistoryNetwork } from '../history/open-history-network.ts';
import type { SpawnedGateway } from '../history/spawn-gateway.ts';
import { openOwnPostgres, type OwnPostgres } from './open-own-postgres.ts';

const { TEST_DATABASE_URL: server, TRELLIS_CRASH_ROUNDS: asked } = process.env;
const rounds = Number(asked ?? 12);
const onPostgres = server === undefined ? describe.skip : describe;
const query = 'query ($id: NetworkId!) { child(id: $id) { version } }';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signing = { id: 'crash', privateKey };

onPostgres(
  'killed at random, `kill -9`: the gateway, and Postgres where one can be started here (TEST_DATABASE_URL)',
  () => {
    let postgres: OwnPostgres | undefined;
    let network: HistoryNetwork;
    beforeAll(async () => {
      postgres = await openOwnPostgres();
      network = await openHistoryNetwork(postgres?.url ?? server ?? '', { children: 8 });
      const mother = { agency: 'family', role: 'parent', user: 'mother', kind: 'family' } as const;
      for (const child of network.children) {
        await network.register.recordConsent(
          { ...mother, purpose: 'family-access' },
          {
            child,
            decision: 'PERMIT',
            by: `authority-${child}`,
            recipients: [{ agency: 'education' }],
            purposes: ['education-support'],
            categories: ['mental-health'],
          },
        );
      }
    });
    afterAll(async () => {
      await network.close();
      await postgres?.close();
    });

    it(
      'everything a client received is on the ledger, which verifies, and all starts again by itself',
      async () => {
        const teacher = await network.headers(
          { agency: 'education', role: 'teacher', user: 'teacher', kind: 'worker' },
          'education-support',
        );
        const gateways: (SpawnedGateway | undefined)[] = await Promise.all([1, 2, 3].map(() => network.gateway()));
        const starting = new Set<Promise<void>>();
        const received: string[] = [];
        const kept: Checkpoint[] = [];
        let isOver = false;
        let unanswered = 0;
        const client = async (): Promise<void> => {
          while (!isOver) {
            const url = gateways.filter((gateway) => gateway !== undefined).sort(() => Math.random() - 0.5)[0]?.url;
            const id = network.children[Math.floor(Math.random() * network.children.length)];
            const told = url === undefined ? undefined : await askGateway(url, teacher, query, { id });
            const { version } = (told?.data?.['child'] ?? {}) as { version?: number | null };
            if (typeof version === 'number') received.push(told?.extensions?.trellis.disclosure ?? 'none');
            else {
              unanswered++;
              await new Promise((resolve) => setTimeout(resolve, 20));
            }
          }
        };
        const clients = Promise.all(Array.from({ length: 6 }, client));

        let perRound = 0;
        for (let round = 0; round < rounds; round++) {
          // Something is received in each round before anything is killed: what was killed last time works again, by itself.
          const before = received.length;
          const deadline = Date.now() + 60_000;
          while (received.length < before + 5 && Date.now() < deadline)
            await new Promise((resolve) => setTimeout(resolve, 10));
          expect(received.length).toBeGreaterThanOrEqual(before + 5);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
          const at = Math.floor(Math.random() * gateways.length);
          const killed = gateways[at];
          if (killed !== undefined) {
            gateways[at] = undefined;
            await killed.kill();
            const started = network.gateway().then((gateway) => void (gateways[at] = gateway));
            starting.add(started);
            void started.finally(() => starting.delete(started));
          }
          if (round % 3 === 0) await (postgres === undefined ? network.cut(1_000) : postgres.crash());

          const sofar = [...received];
          const { rows } = await network.database.query<{ found: number }>(
            'select count(distinct disclosure)::int as found from ledger.entry where disclosure = any($1::text[])',
            [sofar],
          );
          expect(rows[0]?.found).toBe(sofar.length);
          kept.push(await network.ledger.checkpoint(signing));
          const verified = await verifyExport(
            exportLedger(network.database, network.ledger),
            new Map([[signing.id, publicKey]]),
            kept,
          );
          expect(verified.faults).toEqual([]);
          perRound = verified.entries;
        }
        isOver = true;
        await clients;
        await Promise.all(starting);
        console.log(
          `${String(rounds)} rounds: ${String(received.length)} received, ${String(unanswered)} unanswered, ${String(perRound)} entries`,
        );
        expect(new Set(received).size).toBe(received.length);
      },
      60_000 + rounds * 15_000,
    );
  },
);
