import { Buffer } from 'node:buffer';
import type { Queryable } from '@trellis/platform';
import type { Log } from './entry.ts';
import { leafHash, type Hash } from './merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from './merkle/proof-ranges.ts';
import { rangeRoot, type ReadHashes } from './merkle/range-root.ts';
import { TreeEdge } from './merkle/tree-edge.ts';

/** That one entry is in the log, in a form to hand over: base64 throughout. */
export interface InclusionProof {
  readonly log: Log;
  readonly index: number;
  readonly size: number;
  readonly body: string;
  readonly leaf: string;
  readonly path: readonly string[];
  readonly root: string;
}

/** That a log of `first` entries is the beginning of the log of `second`. */
export interface ConsistencyProof {
  readonly log: Log;
  readonly first: number;
  readonly second: number;
  readonly path: readonly string[];
  readonly firstRoot: string;
  readonly secondRoot: string;
}

export async function readHead(database: Queryable, log: Log): Promise<TreeEdge> {
  const { rows } = await database.query<{ size: number; peaks: Uint8Array }>(
    'select size::float8 as size, peaks from ledger.head where log = $1',
    [log],
  );
  const [head] = rows;
  if (head === undefined) throw new Error('The ledger has no head: it is not migrated.');
  return new TreeEdge(head.size, head.peaks);
}

/** Proves that an entry is in the first `size` entries; undefined where there is no such entry. */
export async function proveInclusion(
  database: Queryable,
  log: Log,
  index: number,
  size: number,
): Promise<InclusionProof | undefined> {
  const { rows } = await database.query<{ body: string }>(
    'select body from ledger.entry where log = $1 and index = $2',
    [log, index],
  );
  const [entry] = rows;
  if (entry === undefined || index >= size) return undefined;
  const read = hashReader(database, log);
  const path = await rootsOf(inclusionRanges(index, size), read);
  const root = await rangeRoot({ start: 0, end: size }, read);
  return {
    log,
    index,
    size,
    body: entry.body,
    leaf: leafHash(entry.body).toString('base64'),
    path: path.map(base64),
    root: base64(root),
  };
}

export async function proveConsistency(
  database: Queryable,
  log: Log,
  first: number,
  second: number,
): Promise<ConsistencyProof> {
  const read = hashReader(database, log);
  const path = await rootsOf(consistencyRanges(first, second), read);
  const [firstRoot, secondRoot] = await rootsOf(
    [
      { start: 0, end: first },
      { start: 0, end: second },
    ],
    read,
  );
  return { log, first, second, path: path.map(base64), firstRoot: base64(firstRoot), secondRoot: base64(secondRoot) };
}

async function rootsOf(ranges: readonly { start: number; end: number }[], read: ReadHashes): Promise<Hash[]> {
  const roots: Hash[] = [];
  for (const range of ranges) roots.push(await rangeRoot(range, read));
  return roots;
}

function hashReader(database: Queryable, log: Log): ReadHashes {
  return async (level, start, end) => {
    const { rows } = await database.query<{ hash: Uint8Array }>(
      level === 0
        ? 'select leaf as hash from ledger.entry where log = $1 and index >= $2 and index < $3 order by index'
        : `select hash from ledger.subtree where log = $1 and index >= $2 and index < $3 and level = ${level} order by index`,
      [log, start, end],
    );
    return rows.map(({ hash }) => Buffer.from(hash));
  };
}

function base64(hash: Hash | undefined): string {
  return hash?.toString('base64') ?? '';
}
