import type { Recorded } from './records.ts';

/** Checks whether an order is a court's. One that hides where a child is binds like a court's, and gives nobody a court's powers. */
export function isByCourt({ detail }: Recorded<'order'>): boolean {
  return detail['safe'] === undefined;
}
