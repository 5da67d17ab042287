import { readFileSync } from 'node:fs';
import { stringAt, valuesAt, type Json } from './json.ts';

/** The classes of records, by code: a category of sensitivity, or nothing beyond their kind (`ordinary`). */
export type Classified = ReadonlyMap<string, string>;

/** The category of what nobody has classified: the network has no such category, and what it does not know withholds the record. */
export const unclassified = 'sensitivity.unclassified';

interface ValueSet {
  readonly category: string | undefined;
  readonly icd10: readonly (readonly [string, string])[];
  readonly snomed: ReadonlySet<string>;
  readonly terms: RegExp;
}

const sensitive = ['substance-use', 'sexual-health', 'violence'].map(readValueSet);
const ordinary = readValueSet('ordinary');

/** The classification of a record by its concepts, beyond its kind. */
export interface Classification {
  /** Sorted, each once. */
  readonly categories: readonly string[];
  /** The codes that nobody has classified, as `system code`, or `text` where there is no code: no value of a person. */
  readonly open: readonly string[];
}

/**
 * Classifies concepts by code, in any spelling of its system, and by every word that comes with it: text, display, and what else is said of
 * the record (`texts`: its category, its service, who gave it). A code that is in no value set and whose words say nothing is open.
 */
export function classify(
  concepts: readonly Json[],
  texts: readonly string[] = [],
  { classified, needed = true }: { readonly classified?: Classified | undefined; readonly needed?: boolean } = {},
): Classification {
  const categories = new Set(codeInWords(texts));
  const open = new Set<string>();
  for (const concept of concepts) {
    const codings = valuesAt(concept, 'coding');
    const words = [
      stringAt(concept, 'text'),
      ...codings.flatMap((coding) => [stringAt(coding, 'display'), ...valuesAt(coding, 'code')]),
    ].filter((word): word is string => typeof word === 'string');
    const own = codings.flatMap((coding) => classified?.get(stringAt(coding, 'code') ?? '') ?? []);
    const found = [
      ...codeInWords(words),
      ...sensitive.flatMap((set) => (codings.some((each) => holds(set, each)) ? (set.category ?? []) : [])),
    ];
    for (const category of [...found, ...own]) if (category !== 'ordinary') categories.add(category);
    const isKnown =
      found.length > 0 ||
      own.length > 0 ||
      codings.some((each) => holds(ordinary, each)) ||
      words.some((word) => ordinary.terms.test(word));
    if (!isKnown && words.length > 0) open.add(nameOf(codings[0]));
  }
  if (needed && open.size > 0 && categories.size === 0) categories.add(unclassified);
  return { categories: [...categories].sort(), open: categories.has(unclassified) ? [...open].sort() : [] };
}

/** The categories of sensitivity that words alone tell: the name of a clinic, the kind of a service. */
export function codeInWords(texts: readonly string[]): readonly string[] {
  return sensitive.flatMap(({ category, terms }) =>
    category !== undefined && texts.some((text) => terms.test(text)) ? [category] : [],
  );
}

function holds({ icd10, snomed }: ValueSet, coding: Json): boolean {
  const code = stringAt(coding, 'code')?.trim();
  if (code === undefined) return false;
  const system = stringAt(coding, 'system') ?? '';
  if (/^\d{6,18}$/.test(code)) return snomed.has(code);
  // ICD-10 by its URI, its OID or a name; a code of its form under a system that says nothing of another counts as well.
  const isIcd10 = /icd-?10|2\.16\.840\.1\.113883\.6\.(?:3|90|260)$/i.test(system);
  const isOther = /snomed|loinc|rxnorm|icd-?9|icd-?11/i.test(system);
  if (!isIcd10 && (isOther || !/^[A-TV-Z]\d[\dA-Z](?:\.?[\dA-Z]{0,4})$/i.test(code))) return false;
  const plain = code.toUpperCase().replaceAll('.', '');
  return icd10.some(([from, to]) => plain.slice(0, from.length) >= from && plain.slice(0, to.length) <= to);
}

function nameOf(coding: Json | undefined): string {
  const code = stringAt(coding, 'code');
  if (code === undefined || !/^[\w.-]{1,20}$/.test(code)) return 'text';
  return /snomed|2\.16\.840\.1\.113883\.6\.96$/i.test(stringAt(coding, 'system') ?? '') ? `SNOMED CT ${code}` : code;
}

function readValueSet(name: string): ValueSet {
  const read = JSON.parse(readFileSync(new URL(`value-sets/${name}.json`, import.meta.url), 'utf8')) as {
    readonly category?: string;
    readonly icd10: readonly string[];
    readonly snomed: readonly string[];
    readonly terms: readonly string[];
  };
  return {
    category: read.category,
    icd10: read.icd10.map((range) => {
      const [from = '', to = from] = range.replaceAll('.', '').split('-');
      return [from, to] as const;
    }),
    snomed: new Set(read.snomed),
    terms: new RegExp(read.terms.join('|'), 'i'),
  };
}
