import { stringAt, valuesAt, type Json } from '../json.ts';
import { codeSystems, readCode, type SystemCode } from './code-system.ts';
import { ordinarySet, sensitiveSets } from './value-set.ts';

/** The classes of records, by code: a category of sensitivity, or nothing beyond their kind (`ordinary`). */
export type Classified = ReadonlyMap<string, string>;

/** The category of what nobody has classified: the network has no such category, and what it does not know withholds the record. */
export const unclassified = 'sensitivity.unclassified';

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
    const words = wordsOf(concept, codings);
    const codes = codings.flatMap((coding) => readCode(stringAt(coding, 'code') ?? '', stringAt(coding, 'system')));
    const own = codings.flatMap((coding) => classified?.get(stringAt(coding, 'code') ?? '') ?? []);
    const found = [
      ...codeInWords(words),
      ...sensitiveSets.flatMap((set) => (codes.some((code) => set.holds(code)) ? (set.category ?? []) : [])),
      ...own,
    ];
    for (const category of found) if (category !== 'ordinary') categories.add(category);
    const isSaid = words.length > 0 || codings.length > 0;
    if (found.length === 0 && isSaid && !isOrdinary(codes, words)) open.add(nameOf(codings[0]));
  }
  if (needed && open.size > 0 && categories.size === 0) categories.add(unclassified);
  return { categories: [...categories].sort(), open: categories.has(unclassified) ? [...open].sort() : [] };
}

/** The categories of sensitivity that words alone tell: the name of a clinic, the kind of a service. */
export function codeInWords(texts: readonly string[]): readonly string[] {
  return sensitiveSets.flatMap((set) =>
    set.category !== undefined && texts.some((text) => set.isTold(text)) ? [set.category] : [],
  );
}

function wordsOf(concept: Json, codings: readonly Json[]): readonly string[] {
  return [
    stringAt(concept, 'text'),
    ...codings.flatMap((coding) => [stringAt(coding, 'display'), ...valuesAt(coding, 'code')]),
  ].filter((word): word is string => typeof word === 'string');
}

/**
 * Nothing beyond its kind: by a block of a system that was named or left out, none of it sensitive; or by words, where no code of a published
 * hierarchy says otherwise.
 */
function isOrdinary(codes: readonly SystemCode[], words: readonly string[]): boolean {
  const sure = codes.filter(({ isSure }) => isSure);
  if (sure.some((code) => ordinarySet.holds(code) && !sensitiveSets.some((set) => set.isWithin(code)))) return true;
  return !sure.some(({ system }) => system.startsWith('icd')) && words.some((word) => ordinarySet.isTold(word));
}

function nameOf(coding: Json | undefined): string {
  const code = stringAt(coding, 'code');
  if (code === undefined || !/^[\w.-]{1,20}$/.test(code)) return 'text';
  const [read] = readCode(code, stringAt(coding, 'system'));
  return read?.isSure === true && read.system === 'snomed' ? `${codeSystems.get('snomed')?.title ?? ''} ${code}` : code;
}
