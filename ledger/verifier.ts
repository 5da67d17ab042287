import { Buffer } from 'node:buffer';
import { openCheckpoint, type VerifyingKey } from './checkpoint-note.ts';
import type { Log } from './entry.ts';
import { leafHash } from './merkle/hash.ts';
import { TreeEdge } from './merkle/tree-edge.ts';

/** What a verification found wrong; none: the ledger is as it was when its checkpoints were signed. */
export interface Verification {
  readonly log: Log;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly checkpoints: number;
  readonly problems: readonly string[];
}

const mostProblems = 20;

/** The name that a log's checkpoints bear. */
export function originOf(network: string, log: Log): string {
  return `${network}/${log}`;
}

/**
 * Verifies one log entry by entry, in order, in constant memory: each entry hashed anew, and the root compared with every checkpoint on the
 * way. A checkpoint kept elsewhere (by an agency, a witness) is what catches a ledger rewritten as a whole.
 */
export class Verifier {
  readonly #log: Log;
  readonly #edge = new TreeEdge();
  readonly #problems: string[] = [];
  readonly #due = new Map<number, Buffer[]>();
  #checkpoints = 0;

  constructor(log: Log, origin: string, notes: readonly string[], keys: readonly VerifyingKey[]) {
    this.#log = log;
    for (const note of notes) {
      const checkpoint = openCheckpoint(note, keys);
      if (checkpoint === undefined) this.#problem('a checkpoint is not signed by a known key');
      else if (checkpoint.origin !== origin) this.#problem('a checkpoint is of another log');
      else this.#due.set(checkpoint.size, [...(this.#due.get(checkpoint.size) ?? []), Buffer.from(checkpoint.root)]);
    }
    this.#compare();
  }

  /** The next entry; `leaf` is the hash that was kept for it, where one was. */
  add(index: number, body: string, leaf?: Uint8Array): void {
    if (index !== this.#edge.size) this.#problem(`entry ${this.#edge.size} is missing or out of its place`);
    const hash = leafHash(body);
    if (leaf !== undefined && !hash.equals(leaf)) this.#problem(`entry ${index} was changed`);
    this.#edge.add(hash);
    this.#compare();
  }

  /** Ends with what the ledger says of itself, where it does. */
  end(head?: { readonly size: number; readonly peaks: Uint8Array }): Verification {
    if (head !== undefined && (head.size !== this.#edge.size || !this.#edge.peaks.equals(head.peaks))) {
      this.#problem('the head does not fit the entries');
    }
    for (const size of this.#due.keys()) this.#problem(`entries are missing: a checkpoint was signed at ${size}`);
    return {
      log: this.#log,
      size: this.#edge.size,
      root: this.#edge.root().toString('base64'),
      checkpoints: this.#checkpoints,
      problems: this.#problems,
    };
  }

  #compare(): void {
    const due = this.#due.get(this.#edge.size);
    if (due === undefined) return;
    this.#due.delete(this.#edge.size);
    const root = this.#edge.root();
    for (const expected of due) {
      this.#checkpoints++;
      if (!root.equals(expected)) this.#problem(`the first ${this.#edge.size} entries are not those that were signed`);
    }
  }

  #problem(text: string): void {
    if (this.#problems.length < mostProblems) this.#problems.push(text);
  }
}
