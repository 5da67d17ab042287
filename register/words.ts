import type { Queryable } from '@trellis/platform';
import type { Vocabulary } from '@trellis/vocabulary';
import { inputsFor, type Inputs } from './inputs.ts';
import { NetworkReader } from './network-reader.ts';

/** The parts that depend on the words of the network. */
interface Worded {
  readonly vocabulary: Vocabulary;
  readonly inputs: Inputs;
  readonly network: NetworkReader;
}

/** The network's words, which agencies may add to while the process runs, and what was made of each state of them. */
export interface FollowedWords {
  readonly current: Worded;
  of(vocabulary: Vocabulary): Worded;
}

/** Opens the words of a register: the same ones always, or those that a function tells. */
export function openWords(database: Queryable, given: Vocabulary | (() => Vocabulary)): FollowedWords {
  const made = new WeakMap<Vocabulary, Worded>();
  const of = (vocabulary: Vocabulary): Worded => {
    let found = made.get(vocabulary);
    if (found === undefined) {
      found = { vocabulary, inputs: inputsFor(vocabulary), network: new NetworkReader(database, vocabulary) };
      made.set(vocabulary, found);
    }
    return found;
  };
  return {
    of,
    get current() {
      return of(typeof given === 'function' ? given() : given);
    },
  };
}
