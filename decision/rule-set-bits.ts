import type { Vocabulary } from '@trellis/vocabulary';
import type { CompiledAuthorityKind } from './compiled-authority-kind.ts';
import type { Bits } from './decision.ts';
import type { RuleSet } from './rule-set.ts';

/** A rule set and the network's words as sets of bits: the part of compiled rules that does not depend on who asks. */
export interface RuleSetBits {
  readonly ruleSet: RuleSet;
  readonly vocabulary: Vocabulary;
  /** The bit of each kind of involvement in an involvement mask. */
  readonly involvementBit: ReadonlyMap<string, number>;
  readonly authorityKinds: ReadonlyMap<string, CompiledAuthorityKind>;
  /** The bits of each domain. */
  readonly domains: ReadonlyMap<string, Bits>;
  /** The purposes that stand for an emergency (HL7 BTG): what they ask for needs an emergency access that is open, or a duty. */
  readonly emergencyPurposes: ReadonlySet<string>;
  /** The bits whose approval is this custodian's to give; a domain that is no agency is any custodian's. */
  readonly approvable: ReadonlyMap<string, Bits>;
}
