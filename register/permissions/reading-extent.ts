import type { Requester, Vocabulary } from '@trellis/vocabulary';
import { fits } from './fits.ts';
import type { Extent, ReadingGrant } from './grant.ts';
import { readingConditions, type ChildStanding } from './reading-conditions.ts';
import { readingTable, type Readable } from './reading-table.ts';

type Words = Pick<Vocabulary, 'agencies' | 'mandates' | 'supervisorRoles'>;

/** The extent to which this requester may read: undefined where it may read nothing. Without a child, only what needs none is granted. */
export function readingExtent(
  readable: Readable,
  requester: Requester,
  words: Words,
  child?: ChildStanding,
): Extent | undefined {
  return readingGrantsFor(readable, requester, words).find(({ when }) =>
    when.every((name) => child !== undefined && readingConditions[name](child, requester)),
  )?.extent;
}

/** The reading grants that fit who asks, before conditions. None: no child has anything of this for this requester. */
export function readingGrantsFor(readable: Readable, requester: Requester, words: Words): readonly ReadingGrant[] {
  return readingTable[readable].filter((grant) => fits(grant, requester, words));
}
