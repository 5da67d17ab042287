import type { Sentence } from '@trellis/decision';
import type { Vocabulary } from '@trellis/vocabulary';
import { inWords } from './in-words.ts';

/** The words that sentences about a set of rules are made of. */
export type RuleSetWords = Pick<Vocabulary, 'categories' | 'titles'>;

/** Categories in words, a list for each domain: all of it, or what each is. */
export function listCategories(codes: readonly string[], { categories, titles }: RuleSetWords): readonly Sentence[] {
  const domains = [...new Set(codes.map(domainOf))];
  return domains.map((domain) => {
    const all = categories.filter((each) => each.domain === domain).map(({ code }) => code);
    const own = codes.filter((code) => domainOf(code) === domain);
    if (all.length > 0 && all.every((code) => own.includes(code) || own.includes(domain))) {
      const title = titles.get(domain);
      return { en: `everything of ${title?.en ?? inWords(domain)}`, fr: `tout de ${title?.fr ?? inWords(domain)}` };
    }
    const said = own.map(
      (code) => categories.find((each) => each.code === code) ?? { en: inWords(code), fr: inWords(code) },
    );
    return { en: said.map(({ en }) => within(en)).join('; '), fr: said.map(({ fr }) => within(fr)).join(' ; ') };
  });
}

const domainOf = (code: string): string => code.split('.')[0] ?? code;

/** A sentence as a part of another. */
function within(sentence: string): string {
  return sentence.replace(/\.$/, '');
}
