import type { Bits } from './decision.ts';
import type { SharingRule } from './rule-set.ts';

/** A rule with its categories as a set. */
export interface CompiledRule {
  readonly rule: SharingRule;
  readonly bits: Bits;
}
