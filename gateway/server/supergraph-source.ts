import { createHash } from 'node:crypto';
import type { FollowedNetwork } from '@trellis/catalogue';
import { readFile, stat } from 'node:fs/promises';

/** The source of supergraphs: a text, a file that is read again whenever it changes, or a network that follows its catalogue. */
export type SupergraphSource =
  | { readonly sdl: string }
  | { readonly file: string; readonly pollMs?: number }
  | { readonly network: FollowedNetwork; readonly pollMs?: number };

/** A supergraph file, watched by its time and its hash: works on any file system, and over a symbolic link that is swapped. */
export class SupergraphFile {
  readonly #file: string;
  #stamp = '';
  #hash = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** The text, where it is another than the last one this returned; undefined where nothing changed. Rejects where it cannot be read. */
  async changed(): Promise<string | undefined> {
    const { mtimeMs, size, ino } = await stat(this.#file);
    const stamp = [mtimeMs, size, ino].join();
    if (stamp === this.#stamp) return undefined;
    const sdl = await readFile(this.#file, 'utf8');
    this.#stamp = stamp;
    const hash = createHash('sha256').update(sdl).digest('hex');
    if (hash === this.#hash) return undefined;
    this.#hash = hash;
    return sdl;
  }
}
