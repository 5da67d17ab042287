import { heldAuthorities, isHeldBy } from '@trellis/decision';
import type { Requester } from '@trellis/vocabulary';
import type { Known } from './loaders.ts';
import { readingTable, type Extent, type Reader, type Sight, type Standing } from './reading-table.ts';
import { refused } from './refusals.ts';

/** How much this reader may see; refuses where nothing is. Without a child, only what needs none. */
export function maySee(sight: Sight, requester: Requester, known?: Known): Extent {
  const extent = extentOf(sight, requester, known);
  if (extent === undefined) throw refused();
  return extent;
}

/** The same, undefined where nothing may be seen. */
export function extentOf(sight: Sight, requester: Requester, known?: Known): Extent | undefined {
  return readersOf(sight, requester).find(({ standing }) => stands(standing, requester, known))?.extent;
}

/** Whether there is a child of which this reader may see this at all. */
export function mayEverSee(sight: Sight, requester: Requester): boolean {
  return readersOf(sight, requester).length > 0;
}

function readersOf(sight: Sight, { kind, agency, role }: Requester): readonly Reader[] {
  const isRecordKeeper = agency !== 'network' && agency !== 'family';
  return readingTable[sight].filter(
    (reader) =>
      reader.kind === kind &&
      (reader.agencies.includes(agency) || (reader.agencies.includes('AGENCY') && isRecordKeeper)) &&
      (reader.roles === 'EVERY' || reader.roles.includes(role)),
  );
}

function stands(standing: Standing, requester: Requester, known: Known | undefined): boolean {
  switch (standing) {
    case 'ANY':
      return true;
    case 'HOLDS_AUTHORITY':
      return known !== undefined && holdsAuthority(requester, known);
    case 'AGENCY_INVOLVED':
      return involvements(requester, known).length > 0;
    case 'ASSIGNED':
      return involvements(requester, known).some(({ assigned }) => assigned.includes(requester.user));
  }
}

/** Whether this family member holds an authority over the child now, under the role that it claims. */
export function holdsAuthority(requester: Requester, { rules, facts, now }: Known): boolean {
  return heldAuthorities(rules, facts, now).some((held) => isHeldBy(held, requester));
}

function involvements({ agency }: Requester, known: Known | undefined) {
  if (known === undefined) return [];
  const { facts, now } = known;
  return facts.involvements.filter(
    (each) => each.agency === agency && each.from <= now && (each.to === null || now < each.to),
  );
}
