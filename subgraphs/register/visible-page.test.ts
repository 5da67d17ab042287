import { describe, expect, it } from '@jest/globals';
import type { DisclosurePage, DisclosureQuery } from '@trellis/ledger';
import { visiblePage } from './visible-page.ts';

type Entry = DisclosurePage['entries'][number];
const requester = { agency: 'police', role: 'officer', user: 'u', kind: 'worker' };
const entryAt = (index: number, purpose: string): Entry => ({
  index,
  at: index,
  id: `e${String(index)}`,
  cursor: String(index),
  disclosure: `d${String(index)}`,
  requester,
  purpose,
  child: 'c',
  ruleSet: 1,
  operation: 'o',
  categories: { FULL: [], SUMMARY: [] },
  grounds: [],
  obligations: [],
});

/** A ledger that pages over entries, newest first. */
const ledgerOf = (entries: readonly Entry[]) => ({
  disclosures: ({ first, after }: DisclosureQuery): Promise<DisclosurePage> => {
    const from = after === undefined ? entries : entries.filter(({ index }) => index < Number(after));
    const page = from.slice(0, first);
    return Promise.resolve({ entries: page, hasNextPage: from.length > first, endCursor: page.at(-1)?.cursor ?? null });
  },
});
const hidden = 'law-enforcement-investigation';
const endangers = ({ purpose }: Entry): boolean => purpose === hidden;
const mixed = Array.from({ length: 700 }, (_, at) => entryAt(699 - at, at % 7 === 3 ? 'treatment' : hidden));
const shown = mixed.filter((entry) => !endangers(entry));
const cut = (entry: Entry): Entry | undefined => (endangers(entry) ? undefined : entry);

describe('what a family is shown', () => {
  it('looks as if what is left out had never been, page by page', async () => {
    for (const first of [1, 7, 33, 100, 500]) {
      let [left, right]: (string | undefined)[] = [undefined, undefined];
      for (let page = 0; page < 6; page++) {
        const [one, other]: readonly [DisclosurePage, DisclosurePage] = await Promise.all([
          visiblePage(ledgerOf(mixed), { first, after: left }, cut),
          visiblePage(ledgerOf(shown), { first, after: right }, (entry) => entry),
        ]);
        expect(one).toEqual(other);
        if (one.endCursor === null) break;
        [left, right] = [one.endCursor, other.endCursor ?? undefined];
      }
    }
  });

  it('is empty where all is left out, and says that it is the end', async () => {
    const all = mixed.filter(endangers);
    expect(await visiblePage(ledgerOf(all), { first: 5 }, cut)).toEqual({
      entries: [],
      hasNextPage: false,
      endCursor: null,
    });
  });

  it('counts places in this list alone', async () => {
    const one = await visiblePage(ledgerOf(mixed), { first: 3 }, cut);
    const next = await visiblePage(ledgerOf(mixed), { first: 3, after: one.endCursor ?? undefined }, cut);
    expect([...one.entries, ...next.entries].map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
