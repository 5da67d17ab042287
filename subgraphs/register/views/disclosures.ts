import type { DisclosurePage } from '@trellis/ledger';
import type { PlacedEntry, PlacedPage } from '../visible-page.ts';
import { shown } from './instants.ts';

type Entry = DisclosurePage['entries'][number];

/** A page of the ledger as a connection. */
export function disclosuresView({ entries, hasNextPage, endCursor }: PlacedPage) {
  return {
    edges: entries.map((entry) => ({ cursor: entry.cursor, node: disclosureView(entry) })),
    pageInfo: { hasNextPage, endCursor },
  };
}

/** One entry, as far as it is shown. */
export function disclosureView({ categories, child, disclosure, flow, at, grounds, ...rest }: PlacedEntry) {
  return {
    ...rest,
    reference: disclosure,
    at: shown(at),
    child: child === null ? null : { id: child },
    categories: categories.FULL,
    // In full includes in summary; what is left was given in summary alone.
    summarised: categories.SUMMARY.filter((code) => !categories.FULL.includes(code)),
    grounds: grounds.flatMap(({ kind, id, categories: behind }) => behind.map((category) => ({ category, kind, id }))),
    flowedTo: flow?.to ?? null,
  };
}

/** The part of an entry that is shown. */
type Shown = Pick<Entry, 'categories' | 'grounds'>;
export type CutEntry = Entry & { readonly isCut?: true };

/** An entry of which only some is shown, with the obligations of that; the entry itself where all of it is. */
export async function cutEntry(
  entry: Entry,
  part: Shown | undefined,
  obligationsOf: (ruleSet: number, rules: readonly string[]) => Promise<readonly string[]>,
): Promise<CutEntry | undefined> {
  if (part === undefined) return undefined;
  const count = ({ categories, grounds }: Shown): number =>
    [categories.FULL, categories.SUMMARY, ...grounds.map((each) => each.categories)].flat().length;
  if (count(part) === count(entry)) return entry;
  const rules = part.grounds.filter(({ kind }) => kind === 'RULE').map(({ id }) => id);
  const obligations = await obligationsOf(entry.ruleSet, rules);
  return {
    ...entry,
    ...part,
    // What was owed for the rest would tell that there was a rest.
    obligations: entry.obligations.filter((code) => obligations.includes(code)),
    isCut: true,
  };
}

/** The categories of an entry that `keeps` lets through, with their grounds; undefined where none is left. */
export function keptOf({ categories, grounds }: Shown, keeps: (category: string) => boolean): Shown | undefined {
  const kept = { FULL: categories.FULL.filter(keeps), SUMMARY: categories.SUMMARY.filter(keeps) };
  if (kept.FULL.length + kept.SUMMARY.length === 0) return undefined;
  return {
    categories: kept,
    grounds: grounds
      .map((ground) => ({ ...ground, categories: ground.categories.filter(keeps) }))
      .filter((ground) => ground.categories.length > 0),
  };
}
