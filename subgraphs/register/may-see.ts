import { readingExtent, readingGrantsFor, type Extent, type Readable } from '@trellis/register';
import { actorOf, type Context } from './context.ts';
import type { ChildReading } from './loaders.ts';
import { refused } from './refusals.ts';

/** The extent to which the requester may read; refuses where it may read nothing. Without a child, only what needs none is granted. */
export function maySee(readable: Readable, context: Context, child?: ChildReading): Extent {
  const extent = readingExtent(readable, actorOf(context), context.loaders.vocabulary, child);
  if (extent === undefined) throw refused();
  return extent;
}

/** Checks whether there may be a child of whom this requester reads this at all. */
export function mayEverSee(readable: Readable, context: Context): boolean {
  return readingGrantsFor(readable, actorOf(context), context.loaders.vocabulary).length > 0;
}
