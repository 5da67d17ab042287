import type { DisclosurePage } from '@trellis/ledger';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { coded } from '../refusals.ts';
import { underAll } from '../under-all.ts';
import { visiblePage } from '../visible-page.ts';
import { cutEntry, disclosuresView, keptOf, type CutEntry } from '../views/disclosures.ts';
import { instantAsked } from '../views/instants.ts';
import { keptForOfficer } from './officer-cut.ts';
import { obligationsIn } from './obligations-in.ts';
import { memberView, seenChild, type Child, type SeenChild } from './seen-child.ts';

export interface Page {
  readonly first: number;
  readonly after?: string | null;
  readonly agency?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
}
type Entry = DisclosurePage['entries'][number];
type Cut = (entry: Entry) => Promise<CutEntry | undefined> | CutEntry | undefined;

/** `Child.disclosures`: who received what, cut to what its reader may know of it. */
export function childDisclosures({ register, ledger }: Pick<RegisterDependencies, 'register' | 'ledger'>) {
  const obligationsOf = obligationsIn(register);

  const cutFor = async (child: Child, context: Context, seen: SeenChild): Promise<Cut> => {
    const { actor, extent } = seen;
    if (extent === 'ALL') return (entry) => entry;
    if (actor.kind === 'family') {
      const view = await memberView(child, context, seen);
      return (entry) => cutEntry(entry, view.use(entry), obligationsOf);
    }
    return (entry) => cutEntry(entry, keptOf(entry, keptForOfficer(entry, actor, extent)), obligationsOf);
  };

  return async function disclosures(child: Child, { first, after, agency, from, to }: Page, context: Context) {
    const seen = await seenChild('disclosures', child, context);
    if (seen === undefined) return null;
    const query = {
      agency: agency ?? undefined,
      from: instantAsked(from),
      to: instantAsked(to),
      first,
      after: after ?? undefined,
    };
    return coded(async () => {
      const ids = await register.idsOf(child.id);
      const cut = await cutFor(child, context, seen);
      return disclosuresView(await visiblePage(underAll(ledger, ids), query, cut));
    });
  };
}
