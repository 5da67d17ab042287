import { readFileSync } from 'node:fs';
import type { SystemCode } from './code-system.ts';

type Block = readonly [from: string, to: string];

/** A set of codes and words, published as a data file with its sources and version. */
export class ValueSet {
  /** The category of sensitivity; undefined of what says nothing beyond its kind. */
  readonly category: string | undefined;
  readonly #blocks: ReadonlyMap<string, readonly Block[]>;
  readonly #terms: RegExp;

  constructor(name: string) {
    const read = JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as {
      readonly category?: string;
      readonly codes: Readonly<Record<string, readonly string[]>>;
      readonly terms: readonly string[];
    };
    this.category = read.category;
    this.#blocks = new Map(Object.entries(read.codes).map(([system, blocks]) => [system, blocks.map(readBlock)]));
    this.#terms = new RegExp(read.terms.map(withoutMarks).join('|'), 'i');
  }

  /** Checks whether a code lies in one of the set's blocks: `F10-F19` holds `F1023`. */
  holds({ system, plain }: SystemCode): boolean {
    const blocks = this.#blocks.get(system) ?? [];
    // A block of SNOMED CT is one concept: its numbers are no hierarchy.
    if (system === 'snomed') return blocks.some(([from]) => from === plain);
    return blocks.some(([from, to]) => plain.slice(0, from.length) >= from && plain.slice(0, to.length) <= to);
  }

  /** Checks whether a code stands for more than one of the set's blocks does: `K29`, where the set has `K29.2`. */
  isWithin({ system, plain }: SystemCode): boolean {
    if (system === 'snomed') return false;
    return (this.#blocks.get(system) ?? []).some(([from, to]) => from.startsWith(plain) || to.startsWith(plain));
  }

  /** Checks whether one of the set's words is in a text, whatever its case, accents, hyphens and spaces. */
  isTold(text: string): boolean {
    return this.#terms.test(withoutMarks(text).replaceAll(/[\s_‐-―-]+/g, ' '));
  }
}

/** The value sets that say of what they hold that it is sensitive. */
export const sensitiveSets: readonly ValueSet[] = ['substance-use', 'sexual-health', 'violence'].map(
  (name) => new ValueSet(name),
);

/** The value set of what says nothing beyond its kind. */
export const ordinarySet = new ValueSet('ordinary');

function readBlock(block: string): Block {
  const [from = '', to = from] = block.replaceAll('.', '').split('-');
  return [from, to];
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
