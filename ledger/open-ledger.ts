import type { Database, Queryable } from '@trellis/platform';
import { migrate } from '@trellis/platform';
import { append } from './append.ts';
import type { Checkpoint, SigningKey } from './checkpoint.ts';
import { signCheckpoint } from './checkpoint.ts';
import type { DisclosurePage, DisclosureQuery } from './disclosures.ts';
import { disclosures } from './disclosures.ts';
import { EntryIds } from './entry-ids.ts';
import type { DisclosureEntry, WithholdingEntry } from './entry.ts';
import { rangeHash } from './merkle/tree.ts';
import { growNodes, overTree } from './nodes.ts';
import { forgetQuestions, questions, type QuestionQuery, type Questions } from './questions.ts';
import { makeConsistencyProof, makeInclusionProof, type ConsistencyProof, type InclusionProof } from './proof.ts';

export interface Ledger {
  /** Writes inside the caller's transaction, as its last statement; durable when that commits. `now` in milliseconds. */
  append(
    tx: Queryable,
    now: number,
    disclosures: readonly DisclosureEntry[],
    withholdings: readonly WithholdingEntry[],
  ): Promise<void>;
  disclosures(query: DisclosureQuery): Promise<DisclosurePage>;
  questions(query: QuestionQuery): Promise<Questions>;
  /** Removes what was withheld longer ago than it is kept; tells how many. */
  forgetQuestions(): Promise<number>;
  /** Signs the tree as it stands; the last checkpoint again where nothing was added since. */
  checkpoint(key: SigningKey): Promise<Checkpoint>;
  checkpoints(): Promise<readonly Checkpoint[]>;
  /** Throws RangeError where there is no such entry below the last checkpoint. */
  proveInclusion(index: number): Promise<InclusionProof>;
  /** Of many at once, by their places; those that no checkpoint covers yet are left out. */
  proveInclusions(indexes: readonly number[]): Promise<ReadonlyMap<number, InclusionProof>>;
  proveConsistency(first: number): Promise<ConsistencyProof>;
  /** The salts that tie entries to these children, in base64: revealed only to whoever may know whose an entry is. */
  saltsOf(children: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Destroys what ties entries to a child. They stay, verifiable, and are nobody's. */
  eraseChild(tx: Queryable, child: string): Promise<void>;
}

export async function migrateLedger(database: Database): Promise<void> {
  await migrate(database, new URL('migrations/', import.meta.url), { schema: 'ledger', isOrdered: false });
}

/** Opens the ledger of a database that `migrateLedger` has brought up to date. */
export function openLedger(database: Database): Ledger {
  const ids = new EntryIds(database);
  const lastSize = async (queryable: Queryable): Promise<number> => {
    const { rows } = await queryable.query<{ size: string | null }>(
      'select max(size)::text as size from ledger.checkpoint',
    );
    return Number(rows[0]?.size ?? 0);
  };
  const last = async (): Promise<Checkpoint> => {
    const [checkpoint] = await readCheckpoints(database, await lastSize(database));
    if (!checkpoint) throw new RangeError('Nothing was signed yet: make a checkpoint first.');
    return checkpoint;
  };
  return {
    append,
    disclosures: (query) => disclosures(database, ids, query),
    questions: (query) => questions(database, query),
    forgetQuestions: () => forgetQuestions(database),
    checkpoint: (key) =>
      database.transaction(async (tx) => {
        // Checkpoints wait for each other, releases for none: what was added up to a size that is committed is committed too.
        await tx.query("select pg_advisory_xact_lock(hashtext('trellis ledger checkpoint'))");
        const { rows } = await tx.query<{ size: string; now: Date }>(
          'select size::text as size, clock_timestamp() as now from ledger.head',
        );
        const [head] = rows;
        if (!head) throw new Error('The ledger has no head: it is not migrated.');
        const size = Number(head.size);
        const before = await lastSize(tx);
        const [last] = await readCheckpoints(tx, before);
        if (last && before === size) return last;
        await growNodes(tx, before, size);
        const root = await overTree(tx, (node) => rangeHash(node, 0, size));
        const at = head.now.toISOString();
        const made = signCheckpoint({ size, root: base64(root), at }, key);
        await tx.query(
          'insert into ledger.checkpoint (size, root, at, key_id, signature) values ($1, $2, $3, $4, $5)',
          [String(size), root, at, made.keyId, Buffer.from(made.signature, 'base64')],
        );
        return made;
      }),
    checkpoints: () => readCheckpoints(database),
    async proveInclusion(index) {
      const checkpoint = await last();
      const { rows } = await database.query<{ body: string }>('select body from ledger.entry where index = $1', [
        String(index),
      ]);
      const body = rows[0]?.body ?? '';
      return overTree(database, (node) => makeInclusionProof(node, index, body, checkpoint));
    },
    async proveInclusions(indexes) {
      const [checkpoint] = await readCheckpoints(database, await lastSize(database));
      if (!checkpoint) return new Map();
      const { rows } = await database.query<{ index: string; body: string }>(
        'select index::text as index, body from ledger.entry where index = any($1::bigint[]) and index < $2',
        [indexes.map(String), String(checkpoint.size)],
      );
      const proofs = await overTree(database, (node) =>
        rows.map(({ index, body }) => makeInclusionProof(node, Number(index), body, checkpoint)),
      );
      return new Map(proofs.map((proof) => [proof.index, proof]));
    },
    async proveConsistency(first) {
      const checkpoint = await last();
      return overTree(database, (node) => makeConsistencyProof(node, first, checkpoint));
    },
    async saltsOf(children) {
      const { rows } = await database.query<{ child: string; salt: Uint8Array }>(
        'select child, salt from ledger.salt where child = any($1::text[])',
        [children],
      );
      return new Map(rows.map(({ child, salt }) => [child, base64(salt)]));
    },
    async eraseChild(tx, child) {
      await tx.query('delete from ledger.salt where child = $1', [child]);
    },
  };
}

async function readCheckpoints(queryable: Queryable, size?: number): Promise<Checkpoint[]> {
  const { rows } = await queryable.query<{
    size: string;
    root: Uint8Array;
    at: Date;
    key_id: string;
    signature: Uint8Array;
  }>(
    `select size::text as size, root, at, key_id, signature from ledger.checkpoint
     where $1::bigint is null or size = $1 order by checkpoint.size`,
    [size === undefined ? null : String(size)],
  );
  return rows.map((row) => ({
    size: Number(row.size),
    root: base64(row.root),
    at: row.at.toISOString(),
    keyId: row.key_id,
    signature: base64(row.signature),
  }));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
