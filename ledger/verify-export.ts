import type { Checkpoint, PublicKeys } from './checkpoint.ts';
import { isSigned } from './checkpoint.ts';
import type { ExportLine } from './export.ts';
import { hashLeaf } from './merkle/hash.ts';
import { CompactTree } from './merkle/compact-tree.ts';

export interface Verification {
  readonly entries: number;
  readonly checkpoints: number;
  /** What does not hold, in words that name the place; empty where everything does. */
  readonly faults: readonly string[];
}

/**
 * Checks an export, or a ledger read line by line: entries without a gap, every checkpoint signed and over exactly those entries. `kept` are
 * checkpoints that a witness kept: each must be among them, so that a history rewritten and signed again is seen.
 */
export async function verifyExport(
  lines: AsyncIterable<ExportLine>,
  keys: PublicKeys,
  kept: readonly Checkpoint[] = [],
): Promise<Verification> {
  const faults: string[] = [];
  const tree = new CompactTree();
  const claimed: Checkpoint[] = [...kept];
  const leaves: Uint8Array[] = [];
  let checkpoints = 0;
  for await (const line of lines) {
    if ('checkpoint' in line) {
      checkpoints++;
      claimed.push(line.checkpoint);
    } else {
      if (line.index !== leaves.length) faults.push(`Entry ${leaves.length} is missing, or out of its place.`);
      leaves.push(hashLeaf(line.body));
    }
  }
  claimed.sort((a, b) => a.size - b.size);
  for (const checkpoint of claimed) {
    if (!isSigned(checkpoint, keys))
      faults.push(`The checkpoint over ${checkpoint.size} entries is not signed by a known key.`);
    if (checkpoint.size > leaves.length) {
      faults.push(`A checkpoint was signed over ${checkpoint.size} entries; there are ${leaves.length}.`);
      continue;
    }
    while (tree.size < checkpoint.size) tree.add(leaves[tree.size] as Uint8Array);
    if (Buffer.from(tree.root()).toString('base64') !== checkpoint.root) {
      faults.push(`The first ${checkpoint.size} entries are not those that were signed.`);
    }
  }
  return { entries: leaves.length, checkpoints, faults };
}
