import { BadCursor, type DisclosurePage, type DisclosureQuery, type Ledger } from '@trellis/ledger';

type Entry = DisclosurePage['entries'][number];

/** The number of entries that are looked through at once. */
const atOnce = 200;
const mostInPage = 500;

/**
 * A page of what its reader may see: `cut` leaves of an entry what that is, undefined where it is nothing. Counted after the cut, so that
 * neither a short page, nor an empty one with more to come, tells that something was left out. An entry's `index` is its place in this
 * list, from 0 for the latest when the first page was read; its place in the ledger stands in its proof alone.
 */
export async function visiblePage<Shown extends Entry>(
  ledger: Pick<Ledger, 'disclosures'>,
  query: DisclosureQuery,
  cut: (entry: Entry) => Promise<Shown | undefined> | Shown | undefined,
): Promise<PlacedPage<Shown>> {
  const first = Math.max(0, Math.min(query.first, mostInPage));
  const start = readCursor(query.after);
  const seen: Shown[] = [];
  let { after } = start;
  while (seen.length <= first) {
    const page = await ledger.disclosures({ ...query, first: atOnce, after });
    for (const entry of page.entries) {
      const shown = await cut(entry);
      if (shown !== undefined) seen.push(shown);
    }
    after = page.endCursor ?? undefined;
    if (!page.hasNextPage || after === undefined) break;
  }
  const entries = seen.slice(0, first).map((entry, at): Placed<Shown> => {
    const index = start.places + at;
    return { ...entry, index, place: entry.index, cursor: writeCursor(index + 1, entry.cursor) };
  });
  return { entries, hasNextPage: seen.length > first, endCursor: entries.at(-1)?.cursor ?? null };
}

/** An entry with its place in the list that was read, and, for its proof, in the ledger. */
type Placed<Shown extends Entry> = Shown & { readonly place: number };
export type PlacedEntry = Placed<Entry>;

export interface PlacedPage<Shown extends Entry = Entry> extends Omit<DisclosurePage, 'entries'> {
  readonly entries: readonly Placed<Shown>[];
}

/** A list's cursor: how many entries of the list lie before it, and the ledger's own cursor. */
function writeCursor(places: number, cursor: string): string {
  return Buffer.from(`${String(places)}~${cursor}`).toString('base64url');
}

function readCursor(cursor: string | undefined): { readonly places: number; readonly after?: string } {
  if (cursor === undefined) return { places: 0 };
  const [, places, after] = /^(\d{1,9})~([\w-]+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (places === undefined || after === undefined) throw new BadCursor('The cursor is none that a page ended with.');
  return { places: Number(places), after };
}
