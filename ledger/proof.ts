import { z } from 'zod';
import { base64Shape, checkpointShape, isSigned, type Checkpoint, type PublicKeys } from './checkpoint.ts';
import { hashLeaf } from './merkle/hash.ts';
import { consistencyProof, inclusionProof, type NodeHash } from './merkle/tree.ts';
import { verifyConsistency, verifyInclusion } from './merkle/verify-proof.ts';

const proofShape = z.array(base64Shape);
export const inclusionShape = z.strictObject({
  index: z.int().nonnegative(),
  size: z.int().nonnegative(),
  body: z.string(),
  proof: proofShape,
  checkpoint: checkpointShape,
});
const consistencyShape = z.strictObject({
  first: z.int().nonnegative(),
  size: z.int().nonnegative(),
  proof: proofShape,
  checkpoint: checkpointShape,
});

/** An entry, byte for byte as it was hashed, with what shows that it is in the tree of `size` entries that the checkpoint signs. Hashes are base64. */
export type InclusionProof = Readonly<z.infer<typeof inclusionShape>>;

/** The proof that the tree of `size` entries that the checkpoint signs begins with that of the `first` ones. */
export type ConsistencyProof = Readonly<z.infer<typeof consistencyShape>>;

export type Proof = InclusionProof | ConsistencyProof;

/** A proof as it was read; undefined where it is none. */
export function readProof(value: unknown): Proof | undefined {
  return z.union([inclusionShape, consistencyShape]).safeParse(value).data;
}

/** Throws RangeError where the checkpoint covers no such entry. */
export function makeInclusionProof(
  node: NodeHash,
  index: number,
  body: string,
  checkpoint: Checkpoint,
): InclusionProof {
  const { size } = checkpoint;
  return { index, size, body, proof: inclusionProof(node, index, size).map(base64), checkpoint };
}

/** Throws RangeError where the checkpoint covers fewer than `first`. */
export function makeConsistencyProof(node: NodeHash, first: number, checkpoint: Checkpoint): ConsistencyProof {
  const { size } = checkpoint;
  return { first, size, proof: consistencyProof(node, first, size).map(base64), checkpoint };
}

/**
 * The faults of a proof, by itself and beside what a witness kept; empty where all of it holds. Of kept checkpoints the one of the
 * checkpoint's own size must be the same; that of `first` is what a consistency proof is about, and must be there.
 */
export function faultsOfProof(proof: Proof, keys: PublicKeys, kept: readonly Checkpoint[] = []): readonly string[] {
  const { checkpoint, size } = proof;
  const faults: string[] = [];
  if (!isSigned(checkpoint, keys)) faults.push(`The checkpoint over ${size} entries is not signed by a known key.`);
  if (checkpoint.size !== size) faults.push('The checkpoint is over another number of entries than the proof.');
  if (kept.some((each) => each.size === size && each.root !== checkpoint.root))
    faults.push(`Another tree of ${size} entries was signed before: two histories were told.`);
  const hashes = proof.proof.map(bytes);
  if ('body' in proof) {
    if (!verifyInclusion(hashLeaf(proof.body), proof.index, size, hashes, bytes(checkpoint.root)))
      faults.push(`Entry ${proof.index} is not in the tree that was signed.`);
    return faults;
  }
  const earlier = kept.filter((each) => each.size === proof.first);
  if (earlier.length === 0) faults.push(`No checkpoint over ${proof.first} entries was kept.`);
  for (const { root } of earlier) {
    if (!verifyConsistency(proof.first, size, hashes, bytes(root), bytes(checkpoint.root)))
      faults.push(`The tree of ${size} entries does not begin with the ${proof.first} that were signed before.`);
  }
  return faults;
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
