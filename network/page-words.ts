import type { PageWords } from '@trellis/gateway';
import type { Vocabulary } from '@trellis/vocabulary';

/** The network's words, as people's pages say them. */
export function pageWords({ titles, categories, purposes, roles, agencies }: Vocabulary): PageWords {
  return {
    agencies: Object.fromEntries(agencies.map((name) => [name, titles.get(name) ?? { en: name, fr: name }])),
    categories: Object.fromEntries(categories.map(({ code, en, fr }) => [code, { en, fr }])),
    purposes: [...purposes.keys()],
    roles,
  };
}
