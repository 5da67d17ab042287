import { Buffer } from 'node:buffer';
import { emptyRoot, nodeHash, type Hash } from './hash.ts';

/** RFC 9162 §2.1.3.2: whether this path leads from the leaf to the root. */
export function verifyInclusion(
  proof: { readonly index: number; readonly size: number; readonly path: readonly Uint8Array[] },
  leaf: Hash,
  root: Uint8Array,
): boolean {
  if (!(Number.isSafeInteger(proof.index) && proof.index >= 0 && proof.index < proof.size)) return false;
  let at = proof.index;
  let last = proof.size - 1;
  let node = leaf;
  for (const step of proof.path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      node = nodeHash(step, node);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      node = nodeHash(node, step);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && node.equals(root);
}

/** RFC 9162 §2.1.4.2: whether the tree of `first` leaves is the beginning of the tree of `second`. */
export function verifyConsistency(
  proof: { readonly first: number; readonly second: number; readonly path: readonly Uint8Array[] },
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): boolean {
  const { first, second } = proof;
  if (!(Number.isSafeInteger(first) && first >= 0 && first <= second)) return false;
  const [before, after] = [Buffer.from(firstRoot), Buffer.from(secondRoot)];
  if (first === 0) return proof.path.length === 0 && before.equals(emptyRoot);
  if (first === second) return proof.path.length === 0 && before.equals(after);
  const path = isPowerOfTwo(first) ? [before, ...proof.path] : [...proof.path];
  const [start] = path;
  if (start === undefined) return false;
  let at = first - 1;
  let last = second - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let left = Buffer.from(start);
  let right = left;
  for (const step of path.slice(1)) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      left = nodeHash(step, left);
      right = nodeHash(step, right);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      right = nodeHash(right, step);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && left.equals(before) && right.equals(after);
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
