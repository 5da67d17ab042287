import type { Bits } from './decision.ts';

/** The terms of the decision at one level, each a set of categories; `open` is all or nothing. */
export interface Terms {
  readonly never: Bits;
  readonly forbidden: Bits;
  readonly ordered: Bits;
  readonly byLaw: Bits;
  readonly onApproval: Bits;
  readonly approved: Bits;
  readonly open: boolean;
  readonly openable: Bits;
  readonly locked: Bits;
  readonly refused: Bits;
  readonly unlessRefused: Bits;
  readonly withConsent: Bits;
  readonly consented: Bits;
}

/** The ten lines as one expression, for thirty-two categories at a time. */
export function permitted(t: Terms): Bits {
  const yes = new Uint32Array(t.never.length);
  const open = t.open ? ~0 : 0;
  for (let w = 0; w < yes.length; w += 1) {
    yes[w] =
      ~at(t.never, w) &
      ~at(t.forbidden, w) &
      (at(t.ordered, w) |
        at(t.byLaw, w) |
        (at(t.onApproval, w) & at(t.approved, w)) |
        (open & at(t.openable, w) & ~at(t.locked, w)) |
        (~at(t.refused, w) & (at(t.unlessRefused, w) | (at(t.withConsent, w) & at(t.consented, w)))));
  }
  return yes;
}

function at(bits: Bits, word: number): number {
  return bits[word] ?? 0;
}
