import { emptyRoot, hashPair } from './hash.ts';

/** The hash of the complete subtree of 2^level leaves that begins at leaf index·2^level. */
export type NodeHash = (level: number, index: number) => Uint8Array;

/** RFC 9162 §2.1.1: the hash over the leaves from `start` up to, not with, `end`. `start` is where a subtree of that size begins. */
export function rangeHash(node: NodeHash, start: number, end: number): Uint8Array {
  const size = end - start;
  if (size === 0) return emptyRoot;
  if (Number.isInteger(Math.log2(size)) && start % size === 0) return node(Math.log2(size), start / size);
  const split = start + largestPowerBelow(size);
  return hashPair(rangeHash(node, start, split), rangeHash(node, split, end));
}

/** RFC 9162 §2.1.3.1: what shows that leaf `index` is in the tree of `size` leaves, from the leaf upwards. */
export function inclusionProof(node: NodeHash, index: number, size: number): readonly Uint8Array[] {
  if (!(Number.isSafeInteger(index) && index >= 0 && index < size))
    throw new RangeError('There is no such entry in a tree of that size.');
  const path = (at: number, start: number, end: number): Uint8Array[] => {
    if (end - start === 1) return [];
    const split = start + largestPowerBelow(end - start);
    return at < split
      ? [...path(at, start, split), rangeHash(node, split, end)]
      : [...path(at, split, end), rangeHash(node, start, split)];
  };
  return path(index, 0, size);
}

/** RFC 9162 §2.1.4.1: what shows that the tree of `size` leaves begins with that of `first`. */
export function consistencyProof(node: NodeHash, first: number, size: number): readonly Uint8Array[] {
  if (!(Number.isSafeInteger(first) && first > 0 && first <= size))
    throw new RangeError('The earlier tree must have entries, and not more than the later.');
  const proof = (until: number, start: number, end: number, isWhole: boolean): Uint8Array[] => {
    if (until === end) return isWhole ? [] : [rangeHash(node, start, end)];
    const split = start + largestPowerBelow(end - start);
    return until <= split
      ? [...proof(until, start, split, isWhole), rangeHash(node, split, end)]
      : [...proof(until, split, end, false), rangeHash(node, start, split)];
  };
  return proof(first, 0, size, true);
}

/** The largest power of two smaller than `size`, which is at least 2. */
function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}
