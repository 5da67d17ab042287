import type { Basis, Vocabulary } from '@trellis/vocabulary';
import type { CompiledRule } from './compile-rules.ts';
import { noBits, union } from './bits.ts';
import type { Bits, LevelSets } from './decision.ts';
import { involvementBitOf, type InvolvementMask } from './involvement-mask.ts';
import { includeNegative, includePositive, noLevelSets } from './level-sets.ts';
import type { SharingRule } from './rule-set.ts';

/** What the rules say to one recipient, purpose and involvement, before any fact about a child. */
export interface RuleMasks {
  readonly never: LevelSets;
  readonly byLaw: LevelSets;
  readonly onApproval: LevelSets;
  readonly openable: LevelSets;
  /** What each kind of authority may lock, at either level. */
  readonly lockable: ReadonlyMap<string, Bits>;
  readonly unlessRefused: LevelSets;
  readonly withConsent: LevelSets;
  /** The rules behind the masks: those whose involvement is met. */
  readonly met: readonly CompiledRule[];
  /** The rules behind `openable` and `lockable`: an emergency waives the involvement. */
  readonly emergency: readonly CompiledRule[];
}

/** The rules of one recipient and purpose; their masks are made once for each involvement that occurs. */
export class RecipientRules {
  readonly #rules: readonly CompiledRule[];
  readonly #vocabulary: Vocabulary;
  readonly #involvementBit: ReadonlyMap<string, number>;
  readonly #made = new Map<string, RuleMasks>();
  #ceiling: RuleMasks | undefined;

  constructor(rules: readonly CompiledRule[], vocabulary: Vocabulary, involvementBit: ReadonlyMap<string, number>) {
    this.#rules = rules;
    this.#vocabulary = vocabulary;
    this.#involvementBit = involvementBit;
  }

  masks(involvement: InvolvementMask): RuleMasks {
    const key = `${involvement.agency} ${involvement.assigned}`;
    let masks = this.#made.get(key);
    if (!masks) {
      masks = this.#compile((rule) => this.#isMet(rule, involvement));
      this.#made.set(key, masks);
    }
    return masks;
  }

  /** As if every involvement were there. */
  ceiling(): RuleMasks {
    this.#ceiling ??= this.#compile(() => true);
    return this.#ceiling;
  }

  #isMet({ involvement: { need, kinds } }: SharingRule, { agency, assigned }: InvolvementMask): boolean {
    switch (need) {
      case 'NONE':
        return true;
      case 'AGENCY':
        return (this.#maskOf(kinds) & agency) !== 0;
      case 'ASSIGNED':
        return (this.#maskOf(kinds) & assigned) !== 0;
    }
  }

  #maskOf(kinds: readonly string[]): number {
    return kinds.reduce((mask, kind) => mask | involvementBitOf(this.#involvementBit, kind), 0);
  }

  #compile(isMet: (rule: SharingRule) => boolean): RuleMasks {
    const sets = () => noLevelSets(this.#vocabulary);
    const byBasis: Record<Basis, LevelSets> = {
      NEVER: sets(),
      BY_LAW: sets(),
      ON_APPROVAL: sets(),
      UNLESS_REFUSED: sets(),
      WITH_CONSENT: sets(),
    };
    const openable = sets();
    const lockable = new Map<string, Bits>();
    const met = this.#rules.filter(({ rule }) => isMet(rule));
    const emergency = this.#rules.filter(({ rule }) => rule.inEmergency);
    for (const { rule, bits } of met) {
      const add = rule.basis === 'NEVER' ? includeNegative : includePositive;
      add(byBasis[rule.basis], rule.level, bits);
    }
    for (const { rule, bits } of emergency) {
      includePositive(openable, rule.level, bits);
      for (const kind of rule.lockableBy) {
        lockable.set(kind, union(lockable.get(kind) ?? noBits(this.#vocabulary), bits));
      }
    }
    return {
      never: byBasis.NEVER,
      byLaw: byBasis.BY_LAW,
      onApproval: byBasis.ON_APPROVAL,
      unlessRefused: byBasis.UNLESS_REFUSED,
      withConsent: byBasis.WITH_CONSENT,
      openable,
      lockable,
      met,
      emergency,
    };
  }
}
