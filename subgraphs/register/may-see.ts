import type { Requester } from '@trellis/vocabulary';
import { isHeldNow } from './held-authorities.ts';
import type { Known } from './loaders.ts';
import { readingTable, type Extent, type Reader, type Sight, type Standing } from './reading-table.ts';
import { refused } from './refusals.ts';

/** How much this reader may see; refuses where nothing is. Without a child, only what needs none. */
export function maySee(sight: Sight, requester: Requester, known?: Known): Extent {
  const fitting = readingTable[sight].find(
    (reader) => fits(reader, requester) && stands(reader.standing, requester, known),
  );
  if (fitting === undefined) throw refused();
  return fitting.extent;
}

function fits({ kind, agencies, roles }: Reader, requester: Requester): boolean {
  const inAgency =
    agencies.includes(requester.agency) ||
    (agencies.includes('AGENCY') && requester.agency !== 'network' && requester.agency !== 'family');
  return kind === requester.kind && inAgency && (roles === 'EVERY' || roles.includes(requester.role));
}

function stands(standing: Standing, requester: Requester, known: Known | undefined): boolean {
  switch (standing) {
    case 'ANY':
      return true;
    case 'HOLDS_AUTHORITY':
      return known !== undefined && known.facts.authorities.some((authority) => isHeldNow(authority, requester, known));
    case 'AGENCY_INVOLVED':
      return involvements(requester, known).length > 0;
    case 'ASSIGNED':
      return involvements(requester, known).some(({ assigned }) => assigned.includes(requester.user));
  }
}

function involvements({ agency }: Requester, known: Known | undefined) {
  if (known === undefined) return [];
  const { facts, now } = known;
  return facts.involvements.filter(
    (each) => each.agency === agency && each.from <= now && (each.to === null || now < each.to),
  );
}
