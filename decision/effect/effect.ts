import type { Approval, ChildFacts, Consent, NetworkFacts, Order, StandingApproval } from '../facts.ts';
import type { CompiledRules } from '../compile-rules.ts';
import type { Sentence } from '../rule-set.ts';

/**
 * An act on the register that a decision may rest on. `waits` says that a second person has still to confirm it; `ended`, that it is over although nothing in the fact says
 * so, and why.
 */
export type Act = (
  | { readonly kind: 'CONSENT'; readonly fact: Consent }
  | { readonly kind: 'ORDER'; readonly fact: Order }
  | { readonly kind: 'APPROVAL'; readonly fact: Approval }
  | { readonly kind: 'STANDING_APPROVAL'; readonly fact: StandingApproval; readonly waits?: boolean }
) & { readonly ended?: EffectReason | undefined };

/** All that a decision about one child rests on, besides the question. */
export interface World {
  readonly rules: CompiledRules;
  readonly network: NetworkFacts;
  readonly facts: ChildFacts;
}

export type EffectState = 'IN_FORCE' | 'WAITING' | 'NO_EFFECT';

/** The thing that an act waits for. */
export type WaitsFor =
  'HOLDER' | 'PARTNER' | 'SECOND_PERSON' | 'CUSTODIAN' | 'BEGINNING' | 'INVOLVEMENT' | 'SOMETHING_TO_REFUSE';

/** Why an act has no effect. */
export type EffectReason =
  | 'WITHDRAWN'
  | 'DECLINED'
  | 'SUPERSEDED'
  | 'OVER'
  | 'SUSPENDED'
  | 'AUTHORITY_OVER'
  | 'DOMAIN'
  | 'AGE'
  | 'RANK'
  | 'ANOTHER_DECISION'
  | 'ORDER'
  | 'APPROVED'
  | 'LAW'
  | 'NEVER'
  | 'CONSENT_BY'
  | 'NO_RULE';

/**
 * Effect of an act at one moment. `IN_FORCE`: some decision is another because of it. `WAITING`: none is yet, and one would be once all of
 * `waitsFor` has come. `NO_EFFECT`: none is, whatever is waited for, and `reasons` say why.
 */
export interface Effect {
  readonly state: EffectState;
  readonly waitsFor: readonly WaitsFor[];
  readonly reasons: readonly EffectReason[];
  /** The same in a sentence a person reads. */
  readonly sentence: Sentence;
}
