import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CheckpointNotTaken,
  handCheckpoint,
  keyName,
  migrateLedger,
  openLedger,
  startLedgerKeeper,
  witness,
  type DisclosureEntry,
  type Ledger,
} from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { id: keyName(publicKey), privateKey };
const keys = new Map([[key.id, publicKey]]);
const entry: DisclosureEntry = {
  disclosure: 'd-1',
  requester: { agency: 'police', role: 'officer', user: 'worker-1', kind: 'worker' },
  purpose: 'law-enforcement-investigation',
  child: 'a'.repeat(26),
  ruleSet: 1,
  operation: 'hash',
  categories: { FULL: ['police.incident'], SUMMARY: [] },
  grounds: [],
  obligations: [],
};

/** An agency that keeps what follows from what it kept, and is out of reach where it is told to be. */
class Agency {
  readonly kept: Parameters<typeof witness>[2][number][] = [];
  isAway = false;

  take(handed: unknown): void {
    if (this.isAway) throw new Error('away');
    const witnessed = witness(JSON.stringify(handed), keys, this.kept);
    if ('faults' in witnessed) throw new Error(witnessed.faults.join());
    this.kept.push(witnessed.keep);
  }
}

for (const kind of testDatabases) {
  describeOn(kind, describe, 'checkpoints handed to agencies', () => {
    let server: OpenedDatabases;
    let database: Database;
    let ledger: Ledger;
    const [police, school] = [new Agency(), new Agency()];
    const agencies: Record<string, Agency> = { police, education: school };
    const add = () =>
      database.transaction((tx) => ledger.append(tx, Date.now(), [entry], [{ ...entry, categories: [] }]));
    const hand = async (agency: string, handed: unknown) => agencies[agency]?.take(handed);
    const handAll = async () =>
      handCheckpoint(database, ledger, await ledger.checkpoint(key), Object.keys(agencies), hand);
    const sizes = ({ kept }: Agency) => kept.map(({ size }) => size);

    beforeAll(async () => {
      server = await kind.open();
      database = await server.database('ledger');
      await migrateLedger(database);
      ledger = openLedger(database);
    });
    afterAll(() => server.close());

    it('of a tree without entries are handed to nobody', async () => {
      expect(await handAll()).toEqual([]);
      expect([sizes(police), sizes(school)]).toEqual([[], []]);
    });

    it('each follows from what that agency took last, whatever was missed, and none comes twice', async () => {
      await add();
      expect(await handAll()).toEqual([]);
      expect(await handAll()).toEqual([]);
      school.isAway = true;
      await add();
      expect(await handAll()).toEqual(['education']);
      await add();
      expect(await handAll()).toEqual(['education']);
      school.isAway = false;
      expect(await handAll()).toEqual([]);
      expect([sizes(police), sizes(school)]).toEqual([
        [1, 2, 3],
        [1, 3],
      ]);
    });

    it('are signed and handed on a schedule, and what was withheld long ago is forgotten', async () => {
      await add();
      const old = Date.now() - 181 * 24 * 3_600_000;
      await database.transaction((tx) => ledger.append(tx, old, [], [{ ...entry, categories: ['police.charge'] }]));
      const failures: unknown[] = [];
      school.isAway = true;
      const keeper = startLedgerKeeper({
        database,
        ledger,
        key,
        agencies: Object.keys(agencies),
        hand,
        checkpointEveryMs: 5,
        forgetEveryMs: 5,
        onFailure: (error) => failures.push(error),
      });
      const until = async (isDone: () => boolean | Promise<boolean>) => {
        for (let turn = 0; turn < 2_000 && !(await isDone()); turn++) await new Promise((done) => setTimeout(done, 5));
        expect(await isDone()).toBe(true);
      };
      await until(() => police.kept.at(-1)?.size === 4 && failures.length > 0);
      school.isAway = false;
      await until(() => school.kept.at(-1)?.size === 4);
      await until(async () => {
        const { rows } = await database.query<{ count: string }>(
          "select count(*)::text as count from ledger.withholding where at < now() - interval '180 days'",
        );
        return rows[0]?.count === '0';
      });
      await keeper.close();
      expect(
        failures.every((error) => error instanceof CheckpointNotTaken && error.agencies.join() === 'education'),
      ).toBe(true);
    });
  });
}
