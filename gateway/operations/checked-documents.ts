import { BoundedCache } from '@trellis/platform';
import type { EdgeLimits } from './edge-limits.ts';
import { checkLimits } from './limits.ts';
import type { CheckedDocument } from './limits.ts';

/** Characters of text that are remembered as documents. Parsed and normalised they weigh about thirty times as much. */
const mostText = 400_000;
/** The weight of a document beyond its characters, however short it is. */
const least = 100;

/** Documents that passed the limits, remembered. What was refused is not remembered. */
export class CheckedDocuments {
  readonly #limits: EdgeLimits;
  readonly #passed: BoundedCache<string, CheckedDocument>;

  constructor(limits: EdgeLimits, most = mostText) {
    this.#limits = limits;
    this.#passed = new BoundedCache(most);
  }

  /** The document of a text. Throws as `checkLimits` does. */
  check(source: string): CheckedDocument {
    const known = this.known(source);
    if (known !== undefined) return known;
    const checked = checkLimits(source, this.#limits);
    this.#passed.set(source, checked, source.length + least);
    return checked;
  }

  /** The same where it is remembered. */
  known(source: string): CheckedDocument | undefined {
    return this.#passed.get(source);
  }
}
