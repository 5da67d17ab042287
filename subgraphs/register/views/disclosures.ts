import type { DisclosurePage } from '@trellis/ledger';
import { shown } from './instants.ts';

type Entry = DisclosurePage['entries'][number];

/** A page of the ledger as a connection. */
export function disclosuresView({ entries, hasNextPage, endCursor }: DisclosurePage) {
  return {
    edges: entries.map((entry) => ({ cursor: entry.cursor, node: disclosureView(entry) })),
    pageInfo: { hasNextPage, endCursor },
  };
}

function disclosureView({ categories, child, disclosure, flow, at, grounds, ...rest }: Entry) {
  return {
    ...rest,
    id: disclosure,
    at: shown(at),
    child: child === null ? null : { id: child },
    categories: categories.FULL,
    // In full includes in summary; what is left was given in summary alone.
    summarised: categories.SUMMARY.filter((code) => !categories.FULL.includes(code)),
    grounds: grounds.flatMap(({ kind, id, categories: behind }) => behind.map((category) => ({ category, kind, id }))),
    flowedTo: flow?.to ?? null,
  };
}

/** An entry with the categories that `keeps` lets through; undefined where none is left. */
export function cutCategories(
  entry: Entry,
  keeps: (category: string) => boolean,
): (Entry & { isCut?: true }) | undefined {
  const categories = { FULL: entry.categories.FULL.filter(keeps), SUMMARY: entry.categories.SUMMARY.filter(keeps) };
  if (categories.FULL.length + categories.SUMMARY.length === 0) return undefined;
  const { FULL, SUMMARY } = entry.categories;
  if (categories.FULL.length + categories.SUMMARY.length === FULL.length + SUMMARY.length) return entry;
  const grounds = entry.grounds
    .map((ground) => ({ ...ground, categories: ground.categories.filter(keeps) }))
    .filter((ground) => ground.categories.length > 0);
  return { ...entry, categories, grounds, isCut: true };
}
