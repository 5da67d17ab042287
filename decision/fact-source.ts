import type { Bits } from './decision.ts';

/** A fact that says yes or no to some categories, with its id for the grounds. */
export interface FactSource {
  readonly id: string;
  readonly bits: Bits;
}

/** An approval of one request, or a protocol. */
export interface ApprovalSource extends FactSource {
  readonly kind: 'APPROVAL' | 'STANDING_APPROVAL';
}
