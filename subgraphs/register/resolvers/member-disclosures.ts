import { heldAuthorities } from '@trellis/decision';
import type { DisclosurePage } from '@trellis/ledger';
import { readingExtent, type Actor } from '@trellis/register';
import type { Context } from '../context.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { coded } from '../refusals.ts';
import { underAll } from '../under-all.ts';
import { visiblePage } from '../visible-page.ts';
import { cutEntry, disclosureView, keptOf } from '../views/disclosures.ts';
import { leftOut } from '../views/left-out.ts';
import { obligationsIn } from './obligations-in.ts';
import { keptForOfficer } from './officer-cut.ts';
import { memberView, seenChild, type Child, type SeenChild } from './seen-child.ts';

export interface MemberDisclosuresArgs {
  readonly holder: string;
  readonly first: number;
  readonly after?: string | null;
}
type Entry = DisclosurePage['entries'][number];
type Dependencies = Pick<RegisterDependencies, 'register' | 'ledger'>;

/** `Child.disclosuresAsListed`: an officer's list of who received what, and beside each entry what one member of the family has of it on theirs, by the same decision. */
export function memberDisclosures({ register, ledger }: Dependencies) {
  const obligationsOf = obligationsIn(register);
  return async function disclosuresAsListed(
    child: Child,
    { holder, first, after }: MemberDisclosuresArgs,
    context: Context,
  ) {
    const seen = await seenChild('disclosuresAsListed', child, context);
    if (seen === undefined) return null;
    const { actor, extent } = seen;
    const member = memberOf(holder, seen, context);
    if (member === undefined) return null;
    const view = await memberView(child, context, { ...seen, actor: member });
    const beside = async (entry: Entry) => {
      const keeps = keptForOfficer(entry, actor, extent);
      const node = await cutEntry(entry, keptOf(entry, keeps), obligationsOf);
      if (node === undefined) return undefined;
      const use = view.use(entry);
      const listed = await cutEntry(entry, use && keptOf(use, keeps), obligationsOf);
      const told = new Set([listed?.categories.FULL ?? [], listed?.categories.SUMMARY ?? []].flat());
      const all = [...new Set([...node.categories.FULL, ...node.categories.SUMMARY])];
      const missing = all.filter((code) => !told.has(code));
      return { ...node, listed, leftOut: leftOut(entry, missing, view, member) };
    };
    return coded(async () => {
      const ids = await register.idsOf(child.id);
      const page = await visiblePage(underAll(ledger, ids), { first, after: after ?? undefined }, beside);
      const { entries, hasNextPage, endCursor } = page;
      return {
        edges: entries.map(({ listed, leftOut: missing, ...node }) => ({
          cursor: node.cursor,
          node: disclosureView(node),
          listed: listed === undefined ? null : disclosureView({ ...listed, index: node.index, place: node.place }),
          leftOut: missing,
        })),
        pageInfo: { hasNextPage, endCursor },
      };
    });
  };
}

/** The requester that this person is at the family's own page; undefined where they would be refused there. */
function memberOf(holder: string, { known }: SeenChild, context: Context): Actor | undefined {
  const held = heldAuthorities(known.rules, known.facts, known.now).find(
    ({ authority, family }) => family !== null && authority.holder === holder,
  );
  if (held?.family == null) return undefined;
  const member = { agency: 'family', role: held.family, user: holder, kind: 'family' } as const;
  const may = readingExtent('disclosures', member, context.loaders.vocabulary, known) !== undefined;
  return may ? { ...member, purpose: 'family-access' } : undefined;
}
