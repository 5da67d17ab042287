import { expect, it } from '@jest/globals';
import type { DisclosurePage } from '@trellis/ledger';
import { disclosedSince } from './disclosed-since.ts';

it('lists everything that was disclosed meanwhile, however many pages it fills', async () => {
  const all = Array.from({ length: 250 }, (_each, at) => ({
    at,
    disclosure: `d${at}`,
    requester: { agency: 'police' },
  }));
  const ledger = {
    disclosures: ({ first, after = '0' }: { readonly first: number; readonly after?: string | undefined }) => {
      const end = Number(after) + first;
      const page = { entries: all.slice(Number(after), end), hasNextPage: end < all.length, endCursor: String(end) };
      return Promise.resolve(page as unknown as DisclosurePage);
    },
  };
  const found = await disclosedSince(ledger, 'a child', 0);
  expect(found.map(({ disclosure }) => disclosure)).toEqual(all.map(({ disclosure }) => disclosure));
});
