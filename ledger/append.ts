import type { Queryable } from '@trellis/platform';
import { logs, type DisclosureEntry, type Log, type LedgerRequester, type WithholdingEntry } from './entry.ts';
import { disclosureBody, withholdingBody } from './leaf-body.ts';
import { leafHash } from './merkle/hash.ts';
import { isKept } from './merkle/subtree-levels.ts';
import { TreeEdge } from './merkle/tree-edge.ts';
import type { Salts } from './salts.ts';

interface NewEntry {
  readonly log: Log;
  readonly index: number;
  readonly agency: string;
  readonly requester: string;
  readonly child: string;
  readonly leaf: string;
  readonly body: string;
}

interface NewSubtree {
  readonly log: Log;
  readonly level: number;
  readonly index: number;
  readonly hash: string;
}

/**
 * Appends a batch: takes the next indexes under the head's lock, which is the order over all gateways and is held until the transaction
 * ends, and writes everything in one statement. Call it last before the commit.
 */
export async function append(
  tx: Queryable,
  salts: Salts,
  now: number,
  disclosures: readonly DisclosureEntry[],
  withholdings: readonly WithholdingEntry[],
): Promise<void> {
  if (disclosures.length + withholdings.length === 0) return;
  const { edges, erasures } = await lockHeads(tx);
  const hashes = await salts.hashesOf(
    tx,
    [...disclosures, ...withholdings].map(({ child }) => child),
    erasures,
  );
  const at = new Date(now).toISOString();
  const entries: NewEntry[] = [];
  const subtrees: NewSubtree[] = [];

  const add = (log: Log, { agency, user }: LedgerRequester, child: string, body: string): void => {
    const edge = edges[log];
    const leaf = leafHash(body);
    entries.push({ log, index: edge.size, agency, requester: user, child, leaf: leaf.toString('hex'), body });
    edge.add(leaf, ({ level, index, hash }) => {
      if (isKept(level)) subtrees.push({ log, level, index, hash: hash.toString('hex') });
    });
  };
  const hashOf = (child: string): string => {
    const hash = hashes.get(child);
    if (hash === undefined) throw new Error('a child has no salt');
    return hash;
  };
  for (const entry of disclosures) {
    const child = hashOf(entry.child);
    add('disclosure', entry.requester, child, disclosureBody(at, child, entry));
  }
  for (const entry of withholdings) {
    const child = hashOf(entry.child);
    add('withholding', entry.requester, child, withholdingBody(at, child, entry));
  }

  const heads = logs.map((log) => ({ log, size: edges[log].size, peaks: edges[log].peaks.toString('hex') }));
  await tx.query(
    `with added as (
       insert into ledger.entry (log, index, at, agency, requester, child, leaf, body)
       select log, index, $2::timestamptz, agency, requester, decode(child, 'hex'), decode(leaf, 'hex'), body
       from json_to_recordset($1::json)
         as e(log text, index bigint, agency text, requester text, child text, leaf text, body text)
     ), completed as (
       insert into ledger.subtree (log, level, index, hash)
       select log, level, index, decode(hash, 'hex')
       from json_to_recordset($3::json) as s(log text, level int, index bigint, hash text)
     )
     update ledger.head set size = h.size, peaks = decode(h.peaks, 'hex')
     from json_to_recordset($4::json) as h(log text, size bigint, peaks text) where head.log = h.log and head.size <> h.size`,
    [JSON.stringify(entries), at, JSON.stringify(subtrees), JSON.stringify(heads)],
  );
}

async function lockHeads(tx: Queryable): Promise<{ edges: Record<Log, TreeEdge>; erasures: number }> {
  const { rows } = await tx.query<{ log: Log; size: number; peaks: Uint8Array; erasures: number }>(
    'select log, size::float8 as size, peaks, erasures from ledger.head order by log for update',
    [],
  );
  const edgeOf = (log: Log): TreeEdge => {
    const head = rows.find((row) => row.log === log);
    if (head === undefined) throw new Error('The ledger has no head: it is not migrated.');
    return new TreeEdge(head.size, head.peaks);
  };
  return {
    edges: { disclosure: edgeOf('disclosure'), withholding: edgeOf('withholding') },
    erasures: rows[0]?.erasures ?? 0,
  };
}
