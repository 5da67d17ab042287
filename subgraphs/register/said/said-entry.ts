import type { Sentence } from '@trellis/decision';

/** One entry of a set of rules beside the rules themselves, said to people: a kind of authority, a safety rule, a limit. */
export interface SaidEntry {
  /** Its name within its part, the same in every set. */
  readonly key: string;
  readonly title: Sentence;
  /** Everything that it says, a sentence for each thing. */
  readonly says: readonly Sentence[];
}
