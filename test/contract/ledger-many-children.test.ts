import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keyName, migrateLedger, openLedger, verifyLedger, type DisclosureEntry, type Ledger } from '@trellis/ledger';
import type { Database } from '@trellis/platform';
import { describeOn, testDatabases, type OpenedDatabases } from './databases.ts';

/** A hundred releases share a transaction, each of two hundred children that the ledger never named. */
const releases = 100;
const childrenOfEach = 200;
const letters = 'abcdefghijklmnopqrstuvwxyz234567';

function child(nth: number): string {
  const digits = [10, 5, 0].map((bits) => letters[(nth >> bits) & 31] ?? 'a').join('');
  return digits.padEnd(26, 'm');
}

const shared: Omit<DisclosureEntry, 'child' | 'disclosure'> = {
  requester: { agency: 'police', role: 'officer', user: 'worker-1', kind: 'worker' },
  purpose: 'law-enforcement-investigation',
  ruleSet: 1,
  operation: 'hash',
  categories: { FULL: ['police.incident'], SUMMARY: [] },
  grounds: [{ kind: 'RULE', id: 'police-read-their-own', categories: ['police.incident'] }],
  obligations: [],
};

for (const kind of testDatabases) {
  describeOn(kind, describe, 'twenty thousand children whom nobody named before, in one transaction', () => {
    let server: OpenedDatabases;
    let database: Database;
    let ledger: Ledger;
    beforeAll(async () => {
      server = await kind.open();
      database = await server.database('ledger');
      await migrateLedger(database);
      ledger = openLedger(database);
    });
    afterAll(() => server.close());

    it('are written, each under a salt of its own, and the ledger holds', async () => {
      const entries = Array.from({ length: releases * childrenOfEach }, (_, nth): DisclosureEntry => ({
        ...shared,
        disclosure: `d-${String(Math.floor(nth / childrenOfEach))}`,
        child: child(nth),
      }));
      await database.transaction((tx) => ledger.append(tx, Date.now(), entries, []));
      const { rows } = await database.query<{ salts: string; entries: string; size: string }>(
        `select (select count(distinct salt)::text from ledger.salt) as salts,
                (select count(*)::text from ledger.entry) as entries, (select size::text from ledger.head) as size`,
      );
      expect(rows).toEqual([{ salts: '20000', entries: '20000', size: '20000' }]);
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const id = keyName(publicKey);
      await ledger.checkpoint({ id, privateKey });
      expect((await verifyLedger(database, ledger, new Map([[id, publicKey]]))).faults).toEqual([]);
    }, 180_000);
  });
}
