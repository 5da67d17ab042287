import { CompactTree } from './compact-tree.ts';
import type { NodeHash } from './tree.ts';

const bytesEach = 32;

/** The hashes of many leaves, in the room that their bytes take: a million are 32 MB. */
export class LeafHashes {
  #bytes = new Uint8Array(1_024 * bytesEach);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array): void {
    if ((this.#size + 1) * bytesEach > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(leaf, this.#size * bytesEach);
    this.#size++;
  }

  at(index: number): Uint8Array {
    if (!(index >= 0 && index < this.#size)) throw new RangeError('There is no such leaf.');
    return this.#bytes.slice(index * bytesEach, (index + 1) * bytesEach);
  }

  /** The hash of a complete subtree over them. */
  readonly node: NodeHash = (level, index) => {
    const tree = new CompactTree();
    for (let at = index * 2 ** level; at < (index + 1) * 2 ** level; at++) tree.add(this.at(at));
    return tree.root();
  };
}
