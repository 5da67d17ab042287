import { Buffer } from 'node:buffer';
import { emptyRoot, hashLength, nodeHash, type Hash } from './hash.ts';

/** A full subtree that just came to be: of 2^level leaves, the index-th of its size. */
export interface Completed {
  readonly level: number;
  readonly index: number;
  readonly hash: Hash;
}

/**
 * A growing Merkle tree known by its right edge alone: the roots of the full subtrees that its size in binary counts, largest first.
 * Adding a leaf and telling the root cost a few hashes, whatever the size.
 */
export class TreeEdge {
  #size: number;
  readonly #peaks: Hash[];

  constructor(size = 0, peaks: Uint8Array = new Uint8Array()) {
    this.#size = size;
    this.#peaks = [];
    const bytes = Buffer.from(peaks);
    for (let at = 0; at < bytes.length; at += hashLength) this.#peaks.push(bytes.subarray(at, at + hashLength));
    if (this.#peaks.length !== ones(size) || bytes.length % hashLength !== 0) {
      throw new Error(`the edge of a tree of ${size} leaves has ${ones(size)} hashes`);
    }
  }

  get size(): number {
    return this.#size;
  }

  /** The edge as bytes, as the constructor takes it. */
  get peaks(): Buffer {
    return Buffer.concat(this.#peaks);
  }

  /** Adds a leaf; tells each full subtree it completes. */
  add(leaf: Hash, completed?: (subtree: Completed) => void): void {
    let node = leaf;
    let level = 0;
    for (let index = this.#size; index % 2 === 1; index = Math.floor(index / 2)) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new Error('the edge is shorter than its size says');
      node = nodeHash(left, node);
      level++;
      completed?.({ level, index: Math.floor(index / 2), hash: node });
    }
    this.#peaks.push(node);
    this.#size++;
  }

  root(): Hash {
    let root: Hash | undefined;
    for (let at = this.#peaks.length - 1; at >= 0; at--) {
      const peak = this.#peaks[at];
      if (peak !== undefined) root = root === undefined ? peak : nodeHash(peak, root);
    }
    return root ?? emptyRoot;
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
