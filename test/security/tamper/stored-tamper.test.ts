import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  migrateLedger,
  openLedger,
  verifyLedger,
  type Checkpoint,
  type DisclosureEntry,
  type Ledger,
} from '@trellis/ledger';
import type { Database, Queryable } from '@trellis/platform';
import { describeOn, testDatabases, type OpenedDatabases } from '../../contract/databases.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = { id: 'key-1', privateKey };
const keys = new Map([['key-1', publicKey]]);
/** How often each way is tried: six times in CI, and more by night. */
const each = Math.ceil(Number(process.env['TRELLIS_TAMPER_MUTATIONS'] ?? 2_000) / 340);
const size = 61;
const entry = (index: number): DisclosureEntry => ({
  disclosure: `disclosure-${String(index)}`,
  requester: {
    agency: index % 2 === 0 ? 'police' : 'education',
    role: 'officer',
    user: `user-${String(index % 5)}`,
    kind: 'worker',
  },
  purpose: 'law-enforcement-investigation',
  child: `child${'abc'[index % 3] ?? ''}`.padEnd(26, '2'),
  ruleSet: 1,
  operation: 'hash',
  categories: { FULL: ['police.incident'], SUMMARY: [] },
  grounds: [{ kind: 'RULE', id: 'rule-1', categories: ['police.incident'] }],
  obligations: [],
});

type Tamper = (tx: Queryable, at: number) => Promise<unknown>;
const set =
  (what: string): Tamper =>
  (tx, at) =>
    tx.query(`update ledger.entry set ${what} where index = ${String(at)}`);
const leafOf = (body: string): string => `sha256('\\x00'::bytea || convert_to(${body}, 'UTF8'))`;

/** What somebody who administers the database can do to what is stored, at a random entry. */
const ways: Readonly<Record<string, Tamper>> = {
  'a body': set("body = replace(body, 'police.incident', 'police.charge')"),
  'a body and its hash': set(
    `body = replace(body, 'rule-1', 'rule-2'), leaf = ${leafOf("replace(body, 'rule-1', 'rule-2')")}`,
  ),
  'a body, so that it cannot be read': set("body = 'x'"),
  'a body, to something else that can be read': set("body = 'null'"),
  'a hash': set('leaf = sha256(leaf)'),
  // The tree stands; the entry is on another list, or on none.
  'the child that an entry is filed under': set(
    '(child_hash) = (select child_hash from ledger.salt where child_hash <> entry.child_hash order by child limit 1)',
  ),
  'the child, to none': set('child_hash = sha256(child_hash)'),
  'the requester that it is filed under': set("requester = 'nobody'"),
  'the agency that it is filed under': set("agency = 'identity'"),
  'the time that it is filed under': set("at = at - interval '1 day'"),
  'the reference that it is filed under': set("disclosure = 'another'"),
  'an entry, deleted': (tx, at) => tx.query(`delete from ledger.entry where index = ${String(at)}`),
  async 'an entry, deleted, and the rest moved up'(tx, at) {
    await tx.query(`delete from ledger.entry where index = ${String(at)}`);
    await tx.query(`update ledger.entry set index = -index where index > ${String(at)}`);
    await tx.query('update ledger.entry set index = -index - 1 where index < 0');
    await tx.query('update ledger.head set size = size - 1');
  },
  'an entry, added without being counted': (tx, at) =>
    tx.query(`insert into ledger.entry select ${String(size)}, at, disclosure, child_hash, agency, requester, body, leaf
      from ledger.entry where index = ${String(at)}`),
  async 'two entries, swapped'(tx, at) {
    const other = (at + 1 + Math.floor(Math.random() * (size - 1))) % size;
    for (const [from, to] of [
      [at, -1],
      [other, at],
      [-1, other],
    ])
      await tx.query(`update ledger.entry set index = ${String(to)} where index = ${String(from)}`);
  },
  'the number of entries': (tx, at) => tx.query(`update ledger.head set size = ${String(at)}`),
  'a node of the tree': (tx, at) =>
    tx.query(`update ledger.node set hash = sha256(hash) where (level, index) =
      (select level, index from ledger.node order by level, index offset ${String(at % 40)} limit 1)`),
  'a node of the tree, deleted': (tx, at) =>
    tx.query(`delete from ledger.node where (level, index) =
      (select level, index from ledger.node order by level, index offset ${String(at % 40)} limit 1)`),
  'a checkpoint’s root': (tx) => tx.query('update ledger.checkpoint set root = sha256(root)'),
  'a checkpoint’s time': (tx) => tx.query("update ledger.checkpoint set at = at - interval '1 day'"),
  'a child’s salt': (tx) => tx.query('update ledger.salt set salt = sha256(salt)'),
  async 'two children’s salts, swapped'(tx) {
    await tx.query("update ledger.salt set child = 'x' || child");
    await tx.query(`update ledger.salt set child = (select substr(max(other.child), 2) from ledger.salt as other
      where other.child < salt.child) where child <> (select min(child) from ledger.salt)`);
  },
  async 'everything, to an old backup'(tx, at) {
    const first = Math.min(at, 30);
    await tx.query(`delete from ledger.entry where index >= ${String(first)}`);
    await tx.query(`delete from ledger.checkpoint where size > ${String(first)}`);
    await tx.query(`delete from ledger.node where (index + 1) * (1 << level) > ${String(first)}`);
    await tx.query(`update ledger.head set size = ${String(first)}`);
  },
};

for (const kind of testDatabases) {
  describeOn(kind, describe, 'a ledger whose tables were tampered with', () => {
    let opened: OpenedDatabases;
    let database: Database;
    let ledger: Ledger;
    let kept: Checkpoint[];
    const faults = async (tx: Queryable): Promise<readonly string[]> => {
      const checkpoints = () => openLedger({ ...database, query: tx.query.bind(tx) }).checkpoints();
      return (await verifyLedger(tx, { checkpoints }, keys, kept)).faults;
    };
    beforeAll(async () => {
      opened = await kind.open();
      database = await opened.database('register');
      await migrateLedger(database);
      ledger = openLedger(database);
      kept = [];
      for (const [from, to] of [
        [0, 20],
        [20, 45],
        [45, size],
      ] as const) {
        const some = Array.from({ length: to - from }, (_, at) => entry(from + at));
        await database.transaction((tx) => ledger.append(tx, 0, some, []));
        kept.push(await ledger.checkpoint(key));
      }
    });
    afterAll(() => opened.close());

    it('holds where they were not', async () => {
      expect(await faults(database)).toEqual([]);
      expect((await verifyLedger(database, ledger, keys, kept)).ofErasedChildren).toBe(0);
    });

    it.each(Object.keys(ways))('is found out by its owner’s own verification: %s', async (name) => {
      for (let count = 0; count < each; count++) {
        const at = Math.floor(Math.random() * size);
        const tampering = database.transaction(async (tx) => {
          // Whoever owns the tables can take back what the migration gave up.
          for (const table of ['entry', 'node', 'checkpoint', 'head', 'salt'])
            await tx.query(`alter table ledger.${table} disable trigger user`);
          await tx.query('grant all on all tables in schema ledger to current_user');
          await ways[name]?.(tx, at);
          throw new Found(await faults(tx));
        });
        const found = await tampering.catch((error: unknown) => {
          if (error instanceof Found) return error.faults;
          throw error;
        });
        expect({ at, found }).not.toEqual({ at, found: [] });
      }
    });
  });
}

/** Thrown to roll back. */
class Found extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super();
    this.faults = faults;
  }
}
