import type { Vocabulary } from './vocabulary.ts';

/**
 * The category codes that a code stands for: itself, or all of a domain where a domain alone is named.
 * Returns undefined for a code the vocabulary does not know; what to do with that is the caller's to decide.
 */
export function expandCategories(vocabulary: Vocabulary, code: string): readonly string[] | undefined {
  if (vocabulary.bit.has(code)) return [code];
  const all = vocabulary.categories.filter((category) => category.domain === code).map((category) => category.code);
  return all.length > 0 ? all : undefined;
}
