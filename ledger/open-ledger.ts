import { migrate, type Database, type Queryable } from '@trellis/platform';
import { append } from './append.ts';
import {
  openCheckpoint,
  signCheckpoint,
  verifyingKeyOf,
  type SigningKey,
  type VerifyingKey,
} from './checkpoint-note.ts';
import { disclosures, type DisclosurePage, type DisclosureQuery } from './disclosures.ts';
import type { DisclosureEntry, Log, WithholdingEntry } from './entry.ts';
import { exportLedger, verifyLedger } from './export.ts';
import { proveConsistency, proveInclusion, readHead, type ConsistencyProof, type InclusionProof } from './proofs.ts';
import { Salts } from './salts.ts';
import { originOf, type Verification } from './verifier.ts';

export interface LedgerOptions {
  /** The network's name, which its checkpoints bear; `trellis` when not given. */
  readonly network?: string | undefined;
  /** Signs checkpoints; without it there are none. */
  readonly signingKey?: SigningKey | undefined;
  /** Keys that signed before: checkpoints of theirs still verify. */
  readonly formerKeys?: readonly VerifyingKey[] | undefined;
}

export type Ledger = ReturnType<typeof openLedger>;

/** Brings the ledger's tables up to date. */
export function migrateLedger(database: Database): Promise<void> {
  return migrate(database, new URL('migrations/', import.meta.url), { schema: 'ledger' });
}

/** The ledger on a migrated database. */
export function openLedger(database: Database, options: LedgerOptions = {}) {
  const network = options.network ?? 'trellis';
  const { signingKey } = options;
  const keys: readonly VerifyingKey[] = [
    ...(signingKey === undefined ? [] : [verifyingKeyOf(signingKey)]),
    ...(options.formerKeys ?? []),
  ];
  const salts = new Salts();
  return {
    network,
    /** The keys that this ledger's checkpoints verify with. */
    keys,

    /**
     * Writes entries in the caller's transaction: durable with its commit, which must come before the first byte leaves. Two statements a
     * batch. Holds the heads' lock until the transaction ends; call it last.
     */
    append: (
      tx: Queryable,
      now: number,
      entries: readonly DisclosureEntry[],
      withholdings: readonly WithholdingEntry[],
    ): Promise<void> => append(tx, salts, now, entries, withholdings),

    disclosures: (query: DisclosureQuery): Promise<DisclosurePage> => disclosures(database, query),

    /** Signs what the log holds now, keeps the note and returns it, to hand to the agencies: each is a witness. */
    async checkpoint(log: Log = 'disclosure'): Promise<string> {
      if (signingKey === undefined) throw new Error('This ledger has no signing key.');
      const head = await readHead(database, log);
      const root = head.root();
      const note = signCheckpoint({ origin: originOf(network, log), size: head.size, root }, signingKey);
      await database.query(
        'insert into ledger.checkpoint (log, size, root, note) values ($1, $2, $3, $4) on conflict do nothing',
        [log, head.size, root, note],
      );
      return note;
    },

    /** The last checkpoint signed, if any. */
    async lastCheckpoint(log: Log = 'disclosure'): Promise<string | undefined> {
      const { rows } = await database.query<{ note: string }>(
        'select note from ledger.checkpoint where log = $1 order by size desc, at desc limit 1',
        [log],
      );
      return rows[0]?.note;
    },

    /** Proves that an entry is in the log: against a checkpoint's size where one is given, otherwise as the log stands. */
    async prove(
      index: number,
      { log = 'disclosure', note }: { log?: Log; note?: string | undefined } = {},
    ): Promise<InclusionProof | undefined> {
      const size = note === undefined ? (await readHead(database, log)).size : openCheckpoint(note, keys)?.size;
      return size === undefined ? undefined : proveInclusion(database, log, index, size);
    },

    async proveConsistency(first: number, second?: number, log: Log = 'disclosure'): Promise<ConsistencyProof> {
      return proveConsistency(database, log, first, second ?? (await readHead(database, log)).size);
    },

    /** Verifies everything, in constant memory; `kept` are checkpoints that were kept elsewhere. */
    verify: (kept: readonly string[] = []): Promise<readonly Verification[]> =>
      verifyLedger(database, network, { keys, kept }),

    /** The ledger as lines of text, to verify offline. */
    export: (): AsyncGenerator<string> => exportLedger(database, network),

    /**
     * Destroys a child's salt: its entries stay and the trees still verify, but nobody can tell any more whom they are about. Takes the
     * heads' lock, so that no gateway writes with a salt it still remembers.
     */
    async eraseChild(tx: Queryable, child: string): Promise<void> {
      await tx.query('update ledger.head set erasures = erasures + 1', []);
      await tx.query('delete from ledger.salt where child = $1', [child]);
    },
  };
}
