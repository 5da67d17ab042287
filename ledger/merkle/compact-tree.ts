import { emptyRoot, hashPair } from './hash.ts';

/** A tree that only grows, kept as the hashes of its complete subtrees from the largest to the smallest. */
export class CompactTree {
  #size = 0;
  readonly #peaks: Uint8Array[] = [];

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    this.#peaks.push(leaf);
    // Each trailing one bit of the old size is a complete subtree that the new leaf completes a pair with.
    for (let ones = this.#size; ones % 2 === 1; ones = Math.floor(ones / 2)) {
      const right = this.#peaks.pop() as Uint8Array;
      const left = this.#peaks.pop() as Uint8Array;
      this.#peaks.push(hashPair(left, right));
    }
    this.#size++;
  }

  root(): Uint8Array {
    return this.#peaks.length === 0 ? emptyRoot : this.#peaks.reduceRight((right, left) => hashPair(left, right));
  }
}
