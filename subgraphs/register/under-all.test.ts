import { describe, expect, it } from '@jest/globals';
import type { DisclosurePage, DisclosureQuery } from '@trellis/ledger';
import { underAll } from './under-all.ts';

type Entry = DisclosurePage['entries'][number];
const requester = { agency: 'police', role: 'officer', user: 'u', kind: 'worker' };
const entryOf = (child: string, index: number, at: number): Entry => ({
  index,
  at,
  child,
  id: `e${String(index)}`,
  cursor: String(index),
  disclosure: `d${String(index)}`,
  requester,
  purpose: 'treatment',
  ruleSet: 1,
  operation: 'o',
  categories: { FULL: [], SUMMARY: [] },
  grounds: [],
  obligations: [],
});
/** Two gateways wrote at once, so that places and times are not in one order. */
const entries = [5, 3, 4, 1, 2, 9, 6, 8, 7].map((at, index) => entryOf(index % 2 === 0 ? 'a' : 'b', index, at));
const later = (one: Entry, other: Entry): number => other.at - one.at;
const further = (one: Entry, other: Entry): number => other.index - one.index;

/** Pages as the ledger does: in the order of time within a span, and of places otherwise. */
const ledger = {
  disclosures({ child, from, first, after }: DisclosureQuery): Promise<DisclosurePage> {
    const order = from === undefined ? further : later;
    const cursor = entries.find((each) => each.cursor === after);
    const left = entries
      .filter((each) => each.child === child && each.at >= (from ?? 0) && (!cursor || order(cursor, each) < 0))
      .sort(order);
    const page = left.slice(0, first);
    return Promise.resolve({ entries: page, hasNextPage: left.length > first, endCursor: page.at(-1)?.cursor ?? null });
  },
};

describe('what was disclosed of a child under any of its ids', () => {
  it.each([
    ['of all time', undefined, further],
    ['of a span of time', 2, later],
  ] as const)('is one list, whole, page by page: %s', async (_what, from, order) => {
    const whole = entries.filter(({ at }) => at >= (from ?? 0)).sort(order);
    for (const first of [1, 2, 3, 4, 20]) {
      const found: Entry[] = [];
      for (let after: string | undefined; ;) {
        const page = await underAll(ledger, ['a', 'b']).disclosures({ first, from, after });
        found.push(...page.entries);
        if (!page.hasNextPage) break;
        after = page.endCursor ?? undefined;
      }
      expect(found).toEqual(whole);
    }
  });
});
