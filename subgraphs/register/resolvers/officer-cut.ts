import type { Actor, Extent } from '@trellis/register';
import type { DisclosurePage } from '@trellis/ledger';
import { domainOf } from '../domain-of.ts';

type Entry = DisclosurePage['entries'][number];

/** Checks of a category of an entry whether an officer may know of it: all of their own agency's disclosures, and of others' what was their agency's to give. */
export function keptForOfficer(
  { requester }: Pick<Entry, 'requester'>,
  actor: Actor,
  extent: Extent,
): (category: string) => boolean {
  const isAll = extent === 'ALL' || requester.agency === actor.agency;
  return (category) => isAll || domainOf(category) === actor.agency;
}
