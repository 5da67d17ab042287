import type { Bits, LevelSets } from '@trellis/decision';
import { couldOpen, givenByItself, noBits, union } from '@trellis/decision';
import type { Run } from '../execute/run.ts';

/** What a requester could have of each child for each purpose of the token. Worked out once in an answer: its fields and records ask the same. */
export class Obtainable {
  readonly #run: Run;
  readonly #given = new Map<string, Bits>();
  readonly #opened = new Map<string, LevelSets>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** What rules could open: at once, or when somebody permits it who may be asked. */
  opened(child: string, purpose: string): LevelSets {
    const name = `${child} ${purpose}`;
    let known = this.#opened.get(name);
    if (!known) {
      const { requester, tokenPurposes, decisions } = this.#run;
      const { rules, now } = decisions.reading;
      const needless = tokenPurposes.reduce(
        (bits, each) => union(bits, this.#givenFor(child, each)),
        noBits(rules.vocabulary),
      );
      known = couldOpen(rules, decisions.facts(child), { requester, purpose, now }, needless);
      this.#opened.set(name, known);
    }
    return known;
  }

  /** What the law gives by itself. */
  given(child: string, purpose: string): LevelSets {
    const given = this.#givenFor(child, purpose);
    return { SUMMARY: given, FULL: given };
  }

  #givenFor(child: string, purpose: string): Bits {
    const name = `${child} ${purpose}`;
    let known = this.#given.get(name);
    if (!known) {
      const { requester, decisions } = this.#run;
      const { rules, now } = decisions.reading;
      known = givenByItself(rules, decisions.facts(child).involvements, { requester, purpose, now });
      this.#given.set(name, known);
    }
    return known;
  }
}
