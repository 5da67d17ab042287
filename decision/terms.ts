import type { Level, Vocabulary } from '@trellis/vocabulary';
import { intersect, minus, noBits, union } from './bits.ts';
import type { CompiledChild } from './compile-child.ts';
import type { Bits } from './decision.ts';
import type { Terms } from './permitted.ts';
import { withheldBy } from './safety/withheld-from-family.ts';

/** The terms of the decision at one level. */
export function termsAt(child: CompiledChild, level: Level, vocabulary: Vocabulary): Terms {
  const { masks, consents, safety, closed } = child;
  const none = noBits(vocabulary);
  const byLaw = union(masks.byLaw[level], minus(masks.byLawUnlessLocked[level], consents.bound[level]));
  const unlessWithheld = (bits: Bits, basis: 'BY_LAW' | 'UNLESS_REFUSED'): Bits =>
    safety.length === 0 ? bits : minus(bits, withheldBy(safety, basis, vocabulary));
  return {
    never: masks.never[level],
    forbidden: child.forbidden,
    ordered: child.ordered,
    byLaw: unlessWithheld(byLaw, 'BY_LAW'),
    onApproval: masks.onApproval[level],
    approved: child.approved,
    open: child.open,
    openable: masks.openable[level],
    locked: consents.locked[level],
    refused: consents.refused[level],
    unlessRefused: closed ? none : unlessWithheld(masks.unlessRefused[level], 'UNLESS_REFUSED'),
    withConsent: closed ? none : union(masks.withConsent[level], withConsentOfKind(child, level, none)),
    consented: consents.consented[level],
  };
}

/** The categories of rules that ask whose consent it is, as far as somebody of that kind has consented. */
function withConsentOfKind({ masks, consents }: CompiledChild, level: Level, none: Bits): Bits {
  let given = none;
  for (const [kind, sets] of masks.withConsentBy) {
    for (const each of consents.permitting) {
      if (each.kind === kind) given = union(given, intersect(sets[level], each.sets[level]));
    }
  }
  return given;
}
