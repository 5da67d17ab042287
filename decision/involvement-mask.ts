import type { Requester } from '@trellis/vocabulary';
import type { Instant, Involvement } from './facts.ts';
import { isWithin } from './period.ts';

/** The kinds of involvement of a requester with a child, as masks over the vocabulary's kinds. */
export interface InvolvementMask {
  /** Of the requester's agency. */
  readonly agency: number;
  /** Of this very user; part of the agency's. */
  readonly assigned: number;
}

/** The requester's involvement with a child at an instant. A kind the vocabulary does not know is no involvement. */
export function involvementMask(
  involvements: readonly Involvement[],
  requester: Requester,
  now: Instant,
  involvementBit: ReadonlyMap<string, number>,
): InvolvementMask {
  let agency = 0;
  let assigned = 0;
  for (const involvement of involvements) {
    if (involvement.agency !== requester.agency || !isWithin(involvement, now)) continue;
    const bit = involvementBitOf(involvementBit, involvement.kind);
    agency |= bit;
    if (involvement.assigned.includes(requester.user)) assigned |= bit;
  }
  return { agency, assigned };
}

/** The mask of one kind; empty for an unknown one. */
export function involvementBitOf(involvementBit: ReadonlyMap<string, number>, kind: string): number {
  const bit = involvementBit.get(kind);
  return bit === undefined ? 0 : 1 << bit;
}
