import { expandCategories, type Vocabulary } from '@trellis/vocabulary';

/** Checks whether a custodian may approve these: its own domain, and what no agency owns (the sensitivity of its own records). */
export function isCustodianOf(vocabulary: Vocabulary, agency: string, categories: readonly string[]): boolean {
  return categories.every((code) =>
    (expandCategories(vocabulary, code) ?? []).every((each) => {
      const [domain = ''] = each.split('.');
      return domain === agency || !vocabulary.agencies.includes(domain);
    }),
  );
}
