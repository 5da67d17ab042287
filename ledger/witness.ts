import { checkpointShape, isSigned, type Checkpoint, type PublicKeys } from './checkpoint.ts';
import { faultsOfProof, readProof } from './proof.ts';

/**
 * The checkpoints that a witness has kept, from its file: NDJSON, a checkpoint a line, in the order they came. Undefined where a line is none: a
 * file that was damaged is no witness.
 */
export function readWitness(text: string): readonly Checkpoint[] | undefined {
  const kept: Checkpoint[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const checkpoint = readCheckpoint(parse(line));
    if (checkpoint === undefined) return undefined;
    kept.push(checkpoint);
  }
  return kept;
}

/** A new checkpoint that a witness may keep, or why it must not. */
export type Witnessed = { readonly keep: Checkpoint } | { readonly faults: readonly string[] };

/**
 * Judges what is handed to a witness, and says what it keeps: a checkpoint where it has none yet, afterwards a consistency proof from the
 * last one that it kept. Nothing that does not follow from what it kept is ever kept beside it.
 */
export function witness(handed: string, keys: PublicKeys, kept: readonly Checkpoint[]): Witnessed {
  const value = parse(handed);
  // Every tree begins with none.
  const last = kept.findLast(({ size }) => size > 0);
  const bare = readCheckpoint(value);
  if (bare !== undefined) {
    if (!isSigned(bare, keys))
      return { faults: [`The checkpoint over ${bare.size} entries is not signed by a known key.`] };
    if (last === undefined || (last.size === bare.size && last.root === bare.root)) return { keep: bare };
    if (last.size === bare.size)
      return { faults: [`Another tree of ${bare.size} entries was signed before: two histories were told.`] };
    return {
      faults: [`Ask for a proof from the ${last.size} entries that were kept (\`prove --since ${last.size}\`).`],
    };
  }
  const proof = readProof(value);
  if (proof === undefined || 'body' in proof)
    return { faults: ['What was handed over is neither a checkpoint nor a proof that one follows from another.'] };
  if (last !== undefined && proof.first !== last.size)
    return { faults: [`The proof is from ${proof.first} entries; what was kept last is over ${last.size}.`] };
  const faults = faultsOfProof(proof, keys, kept);
  return faults.length > 0 ? { faults } : { keep: proof.checkpoint };
}

function readCheckpoint(value: unknown): Checkpoint | undefined {
  return checkpointShape.safeParse(value).data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what cannot be read is no checkpoint
  }
}
