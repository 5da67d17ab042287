import type { Vocabulary } from '@trellis/vocabulary';
import { addBit, noBits } from './bits.ts';
import type { Bits } from './decision.ts';
import type { AuthorityKind } from './rule-set.ts';

/** A kind of authority, with each part of its reach as the set of categories it may mean. */
export interface CompiledAuthorityKind {
  readonly kind: string;
  readonly self: boolean;
  readonly family: string | null;
  readonly rank: number;
  readonly reach: readonly CompiledReach[];
}

export interface CompiledReach {
  readonly consent: boolean;
  readonly refuse: boolean;
  readonly bits: Bits;
  readonly fromAge: number;
  readonly toAge: number;
  readonly yieldsAt: number;
  readonly presumedFrom: number;
}

/** The value of a limit that is never met, written `null`. */
const never = Infinity;

export function compileAuthorityKind(kind: AuthorityKind, vocabulary: Vocabulary): CompiledAuthorityKind {
  return {
    kind: kind.kind,
    self: kind.decides === 'SELF',
    family: kind.family,
    rank: kind.rank,
    reach: kind.reach.map((reach) => {
      const bits = noBits(vocabulary);
      vocabulary.categories.forEach((category, bit) => {
        if (reach.categories.includes(category.code) && reach.of.includes(category.of)) addBit(bits, bit);
      });
      return {
        consent: reach.may.includes('CONSENT'),
        refuse: reach.may.includes('REFUSE'),
        bits,
        fromAge: reach.fromAge ?? 0,
        toAge: reach.toAge ?? never,
        yieldsAt: reach.yieldsAt ?? never,
        presumedFrom: reach.presumedFrom ?? never,
      };
    }),
  };
}
