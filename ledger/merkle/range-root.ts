import { nodeHash, type Hash } from './hash.ts';
import type { Range } from './proof-ranges.ts';
import { subtreeStep } from './subtree-levels.ts';
import { TreeEdge } from './tree-edge.ts';

/** Reads the hashes of full subtrees of 2^level leaves, from index `start` to before `end`; level 0 is the leaves. */
export type ReadHashes = (level: number, start: number, end: number) => Promise<readonly Hash[]>;

/** The root over some neighbouring leaves that begin where a subtree does, from the subtrees that are kept. */
export async function rangeRoot({ start, end }: Range, read: ReadHashes): Promise<Hash> {
  const parts: Hash[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++;
    parts.push(await subtreeRoot(level, at / 2 ** level, read));
    at += 2 ** level;
  }
  const root = parts.reduceRight<Hash | undefined>((right, part) => (right ? nodeHash(part, right) : part), undefined);
  return root ?? new TreeEdge().root();
}

async function subtreeRoot(level: number, index: number, read: ReadHashes): Promise<Hash> {
  const kept = level - (level % subtreeStep);
  const count = 2 ** (level - kept);
  const hashes = await read(kept, index * count, (index + 1) * count);
  if (hashes.length !== count) throw new Error('the ledger lacks some of its hashes');
  const edge = new TreeEdge();
  for (const hash of hashes) edge.add(hash);
  return edge.root();
}
