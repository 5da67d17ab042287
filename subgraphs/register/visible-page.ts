import type { DisclosurePage, DisclosureQuery, Ledger } from '@trellis/ledger';

type Entry = DisclosurePage['entries'][number];

/** How many entries are looked through at once. */
const atOnce = 200;
const mostInPage = 500;

/**
 * A page of what its reader may see: `cut` leaves of an entry what that is, undefined where it is nothing. Counted after the cut, so that
 * neither a short page, nor an empty one with more to come, tells that something was left out.
 */
export async function visiblePage(
  ledger: Pick<Ledger, 'disclosures'>,
  query: DisclosureQuery,
  cut: (entry: Entry) => Entry | undefined,
): Promise<DisclosurePage> {
  const first = Math.max(0, Math.min(query.first, mostInPage));
  const seen: Entry[] = [];
  let after = query.after;
  while (seen.length <= first) {
    const page = await ledger.disclosures({ ...query, first: atOnce, after });
    seen.push(...page.entries.flatMap((entry) => cut(entry) ?? []));
    after = page.endCursor ?? undefined;
    if (!page.hasNextPage || after === undefined) break;
  }
  const entries = seen.slice(0, first);
  return { entries, hasNextPage: seen.length > first, endCursor: entries.at(-1)?.cursor ?? null };
}
