import type { Checkpoint, PublicKeys } from './checkpoint.ts';
import { isSigned } from './checkpoint.ts';
import type { ExportLine } from './export.ts';
import { hashLeaf } from './merkle/hash.ts';
import { CompactTree } from './merkle/compact-tree.ts';
import { LeafHashes } from './merkle/leaf-hashes.ts';

export interface Verification {
  readonly entries: number;
  readonly checkpoints: number;
  /** The things that do not hold, in words that name the place; empty where everything does. */
  readonly faults: readonly string[];
}

/**
 * Checks an export, or a ledger read line by line: entries without a gap, every checkpoint signed and over exactly those entries. `kept` are
 * checkpoints that a witness kept: each must be over these entries too, so that a history rewritten and signed again is seen.
 */
export async function verifyExport(
  lines: AsyncIterable<ExportLine | undefined>,
  keys: PublicKeys,
  kept: readonly Checkpoint[] = [],
): Promise<Verification> {
  const faults: string[] = [];
  const claimed: Checkpoint[] = [...kept];
  const leaves = new LeafHashes();
  let checkpoints = 0;
  let expected = 0;
  for await (const line of lines) {
    if (line === undefined) faults.push(`A line cannot be read, after ${leaves.size} entries.`);
    else if ('checkpoint' in line) {
      checkpoints++;
      claimed.push(line.checkpoint);
    } else {
      if (line.index !== expected) faults.push(`Entry ${expected} is missing, or out of its place.`);
      expected = line.index + 1;
      leaves.add(hashLeaf(line.body));
    }
  }
  faults.push(...faultsOfCheckpoints(leaves, claimed, keys));
  return { entries: leaves.size, checkpoints, faults };
}

/** The checkpoints among these that are not signed, or not over these leaves. */
function faultsOfCheckpoints(
  leaves: LeafHashes,
  checkpoints: readonly Checkpoint[],
  keys: PublicKeys,
): readonly string[] {
  const faults: string[] = [];
  const tree = new CompactTree();
  for (const checkpoint of [...checkpoints].sort((a, b) => a.size - b.size)) {
    if (!isSigned(checkpoint, keys))
      faults.push(`The checkpoint over ${checkpoint.size} entries is not signed by a known key.`);
    if (checkpoint.size > leaves.size) {
      faults.push(`A checkpoint was signed over ${checkpoint.size} entries; there are ${leaves.size}.`);
      continue;
    }
    while (tree.size < checkpoint.size) tree.add(leaves.at(tree.size));
    if (Buffer.from(tree.root()).toString('base64') !== checkpoint.root) {
      faults.push(`The first ${checkpoint.size} entries are not those that were signed.`);
    }
  }
  return faults;
}
