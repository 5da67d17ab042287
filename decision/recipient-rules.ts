import type { Basis, Vocabulary } from '@trellis/vocabulary';
import type { CompiledRule } from './compiled-rule.ts';
import { isEmpty, noBits, union } from './bits.ts';
import type { Bits, LevelSets } from './decision.ts';
import { involvementBitOf, type InvolvementMask } from './involvement-mask.ts';
import { includeNegative, includePositive, noLevelSets } from './level-sets.ts';
import { isConditional, underConditions, type ConditionFacts } from './rule-conditions.ts';
import type { SharingRule } from './rule-set.ts';

/** The categories of the rules for one recipient, purpose and involvement, and where conditions ask for more, for one child. */
export interface RuleMasks {
  readonly never: LevelSets;
  readonly byLaw: LevelSets;
  /** BY_LAW too, but for what a lock takes out of it. */
  readonly byLawUnlessLocked: LevelSets;
  readonly onApproval: LevelSets;
  readonly openable: LevelSets;
  /** The categories that each kind of authority may lock against an emergency, at either level. */
  readonly lockable: ReadonlyMap<string, Bits>;
  /** The categories that each kind of authority may lock against `byLawUnlessLocked`. */
  readonly binding: ReadonlyMap<string, Bits>;
  readonly unlessRefused: LevelSets;
  readonly withConsent: LevelSets;
  /** WITH_CONSENT too, but only with the consent of this kind of authority. */
  readonly withConsentBy: ReadonlyMap<string, LevelSets>;
  /** The rules behind the masks: those whose involvement and conditions are met, each with the categories left to it. */
  readonly met: readonly CompiledRule[];
  /** The rules behind `openable` and `lockable`: an emergency waives the involvement. */
  readonly emergency: readonly CompiledRule[];
}

/** More masks than this for one recipient and purpose are made anew rather than kept. */
const mostKept = 500;

/** The rules of one recipient and purpose; their masks are made once for each involvement, and each outcome of conditions, that occurs. */
export class RecipientRules {
  readonly rules: readonly CompiledRule[];
  readonly #conditional: readonly CompiledRule[];
  readonly #vocabulary: Vocabulary;
  readonly #involvementBit: ReadonlyMap<string, number>;
  readonly #made = new Map<string, RuleMasks>();
  #ceiling: RuleMasks | undefined;

  constructor(rules: readonly CompiledRule[], vocabulary: Vocabulary, involvementBit: ReadonlyMap<string, number>) {
    this.rules = rules;
    this.#conditional = rules.filter(({ rule }) => isConditional(rule));
    this.#vocabulary = vocabulary;
    this.#involvementBit = involvementBit;
  }

  /** The masks for this involvement, the conditions of each rule judged on the facts. */
  masks(involvement: InvolvementMask, facts: ConditionFacts): RuleMasks {
    if (this.#conditional.length === 0) return this.routeMasks(involvement);
    const left = new Map(this.#conditional.map((rule) => [rule, underConditions(rule, facts)]));
    const outcome = [...left.values()].map((bits) => bits.join(' ')).join(',');
    return this.#kept(`${involvement.agency} ${involvement.assigned} ${outcome}`, () =>
      this.#compile(
        (rule) => this.isInvolved(rule, involvement),
        (each) => left.get(each) ?? each.bits,
      ),
    );
  }

  /** The masks for this involvement as if every condition of a rule that opens were met: they tell nothing of the child. */
  routeMasks(involvement: InvolvementMask): RuleMasks {
    return this.#kept(`${involvement.agency} ${involvement.assigned}`, () =>
      this.#compile((rule) => this.isInvolved(rule, involvement), foreseen),
    );
  }

  /** As if every involvement were there, and every condition of a rule that opens were met. */
  ceiling(): RuleMasks {
    this.#ceiling ??= this.#compile(() => true, foreseen);
    return this.#ceiling;
  }

  #kept(key: string, make: () => RuleMasks): RuleMasks {
    let masks = this.#made.get(key);
    if (!masks) {
      masks = make();
      if (this.#made.size >= mostKept) this.#made.clear();
      this.#made.set(key, masks);
    }
    return masks;
  }

  isInvolved({ involvement: { need, kinds } }: SharingRule, { agency, assigned }: InvolvementMask): boolean {
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

  #compile(isInvolved: (rule: SharingRule) => boolean, left: (rule: CompiledRule) => Bits): RuleMasks {
    const sets = () => noLevelSets(this.#vocabulary);
    const byBasis: Record<Basis, LevelSets> = {
      NEVER: sets(),
      BY_LAW: sets(),
      ON_APPROVAL: sets(),
      UNLESS_REFUSED: sets(),
      WITH_CONSENT: sets(),
    };
    const [openable, byLawUnlessLocked] = [sets(), sets()];
    const lockable = new Map<string, Bits>();
    const binding = new Map<string, Bits>();
    const withConsentBy = new Map<string, LevelSets>();
    const rules = this.rules
      .map((each) => (this.#conditional.includes(each) ? { rule: each.rule, bits: left(each) } : each))
      .filter(({ bits }) => !isEmpty(bits));
    const met = rules.filter(({ rule }) => isInvolved(rule));
    const emergency = rules.filter(({ rule }) => rule.inEmergency);
    for (const { rule, bits } of met) {
      const add = rule.basis === 'NEVER' ? includeNegative : includePositive;
      if (rule.when.consentBy.length > 0) {
        for (const kind of rule.when.consentBy) {
          const sets = withConsentBy.get(kind) ?? noLevelSets(this.#vocabulary);
          includePositive(sets, rule.level, bits);
          withConsentBy.set(kind, sets);
        }
        continue;
      }
      add(rule.lockBinds ? byLawUnlessLocked : byBasis[rule.basis], rule.level, bits);
      if (rule.lockBinds) this.#addKinds(binding, rule.lockableBy, bits);
    }
    for (const { rule, bits } of emergency) {
      includePositive(openable, rule.level, bits);
      this.#addKinds(lockable, rule.lockableBy, bits);
    }
    return {
      never: byBasis.NEVER,
      byLaw: byBasis.BY_LAW,
      byLawUnlessLocked,
      onApproval: byBasis.ON_APPROVAL,
      unlessRefused: byBasis.UNLESS_REFUSED,
      withConsent: byBasis.WITH_CONSENT,
      withConsentBy,
      openable,
      lockable,
      binding,
      met,
      emergency,
    };
  }

  #addKinds(map: Map<string, Bits>, kinds: readonly string[], bits: Bits): void {
    for (const kind of kinds) map.set(kind, union(map.get(kind) ?? noBits(this.#vocabulary), bits));
  }
}

/** The categories of a rule that are foreseen whatever a child's facts say: a NEVER with conditions may not bind, and a rule that opens may. */
function foreseen({ rule, bits }: CompiledRule): Bits {
  return rule.basis === 'NEVER' ? new Uint32Array(bits.length) : bits;
}
