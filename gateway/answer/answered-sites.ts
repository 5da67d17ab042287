import type { AnswerRecord } from '../execute/record.ts';
import type { ShapeField } from '../operations/tree.ts';

/** One place of the client's document at which records were answered: what was asked of them there, and which they are. */
export interface Site {
  /** The document's own names, from the root: without places in lists. */
  readonly path: readonly string[];
  readonly shape: readonly ShapeField[];
  readonly records: Set<AnswerRecord>;
}

/** The places at which records were answered, in the order of the document. */
export class AnsweredSites {
  readonly #sites = new Map<readonly ShapeField[], Site>();

  note(record: AnswerRecord, shape: readonly ShapeField[], path: readonly (string | number)[]): void {
    const known = this.#sites.get(shape);
    if (known) known.records.add(record);
    else this.#sites.set(shape, { path: path.filter(isName), shape, records: new Set([record]) });
  }

  get all(): Iterable<Site> {
    return this.#sites.values();
  }
}

function isName(step: string | number): step is string {
  return typeof step === 'string';
}
