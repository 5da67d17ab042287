import type { Ledger } from '@trellis/ledger';

type Disclosures = Pick<Ledger, 'disclosures'>;

/** The disclosures of a child under any of its ids, as one list: latest first, in the same pages. A cursor is a place in the ledger. */
export function underAll(ledger: Disclosures, ids: readonly string[]): Disclosures {
  return {
    async disclosures(query) {
      const pages = await Promise.all(ids.map((child) => ledger.disclosures({ ...query, child })));
      const [only] = pages;
      if (only !== undefined && pages.length === 1) return only;
      // In the order that the ledger gives each: within a span of time that is the order of time.
      const isSpan = query.from !== undefined || query.to !== undefined;
      const all = pages
        .flatMap((page) => page.entries)
        .sort((one, other) => (isSpan ? other.at - one.at : 0) || other.index - one.index);
      const entries = all.slice(0, query.first);
      const hasNextPage = all.length > entries.length || pages.some((page) => page.hasNextPage);
      return { entries, hasNextPage, endCursor: entries.at(-1)?.cursor ?? null };
    },
  };
}
