import { signCheckpoint, type Checkpoint, type SigningKey } from './checkpoint.ts';
import type { ExportLine } from './export.ts';
import { hashLeaf } from './merkle/hash.ts';
import { LeafHashes } from './merkle/leaf-hashes.ts';
import { rangeHash } from './merkle/tree.ts';
import { makeConsistencyProof, makeInclusionProof, type ConsistencyProof, type InclusionProof } from './proof.ts';

/** The proofs and signatures that can be made of an export, without the ledger that it came from. */
export interface ExportedLedger {
  /** Signs the tree of all entries in it, as a witness of one's own. */
  checkpoint(key: SigningKey, at: Date): Checkpoint;
  /** Against the last checkpoint in it. Throws RangeError where that covers no such entry. */
  proveInclusion(index: number): InclusionProof;
  proveConsistency(first: number): ConsistencyProof;
}

/** Reads an export; of its entries only the hashes are held, and the bodies of those in `wanted`. Undefined where a line cannot be read. */
export async function readExported(
  lines: AsyncIterable<ExportLine | undefined>,
  wanted: readonly number[] = [],
): Promise<ExportedLedger | undefined> {
  const leaves = new LeafHashes();
  const bodies = new Map<number, string>();
  let last: Checkpoint | undefined;
  for await (const line of lines) {
    if (line === undefined) return undefined;
    if ('checkpoint' in line) {
      if (last === undefined || line.checkpoint.size > last.size) last = line.checkpoint;
      continue;
    }
    if (line.index !== leaves.size) return undefined;
    if (wanted.includes(line.index)) bodies.set(line.index, line.body);
    leaves.add(hashLeaf(line.body));
  }
  const signed = (): Checkpoint => {
    if (last === undefined || last.size > leaves.size) throw new RangeError('No checkpoint in it covers its entries.');
    return last;
  };
  return {
    checkpoint: (key, at) => {
      const root = Buffer.from(rangeHash(leaves.node, 0, leaves.size)).toString('base64');
      return signCheckpoint({ size: leaves.size, root, at: at.toISOString() }, key);
    },
    proveInclusion: (index) => makeInclusionProof(leaves.node, index, bodies.get(index) ?? '', signed()),
    proveConsistency: (first) => makeConsistencyProof(leaves.node, first, signed()),
  };
}
