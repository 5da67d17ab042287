import type { Sentence } from './sentence.ts';

/** A place in a pack that does not fit. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: Sentence;
}
