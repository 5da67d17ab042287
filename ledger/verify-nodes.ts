import type { Queryable } from '@trellis/platform';
import { hashPair } from './merkle/hash.ts';
import { LeafHashes } from './merkle/leaf-hashes.ts';

const atOnce = 10_000;

/** The hashes that proofs are made of and that are not those over these leaves, or are missing below the last checkpoint. */
export async function* faultsOfNodes(database: Queryable, leaves: LeafHashes, signed: number): AsyncGenerator<string> {
  let below = leaves;
  for (let level = 1; below.size > 1; level++) {
    const hashes = new LeafHashes();
    for (let at = 0; at + 1 < below.size; at += 2) hashes.add(hashPair(below.at(at), below.at(at + 1)));
    let expected = 0;
    for await (const { index, hash } of storedNodes(database, level)) {
      // Those beyond the leaves were added while these were read.
      if (index >= hashes.size) break;
      if (index !== expected) yield `The tree lacks nodes of level ${level}.`;
      expected = index + 1;
      if (!Buffer.from(hash).equals(hashes.at(index)))
        yield `Node ${index} of level ${level} is not the hash of its entries.`;
    }
    if (expected < Math.floor(signed / 2 ** level)) yield `The tree lacks nodes of level ${level}.`;
    below = hashes;
  }
}

async function* storedNodes(database: Queryable, level: number): AsyncGenerator<{ index: number; hash: Uint8Array }> {
  for (let after = -1; ;) {
    const { rows } = await database.query<{ index: string; hash: Uint8Array }>(
      'select index::text as index, hash from ledger.node where level = $1 and index > $2 order by node.index limit $3',
      [level, String(after), atOnce],
    );
    for (const { index, hash } of rows) yield { index: Number(index), hash };
    if (rows.length < atOnce) return;
    after = Number(rows.at(-1)?.index);
  }
}
