import type { Level } from '@trellis/vocabulary';
import type { CompiledChild } from './compile-child.ts';
import type { Terms } from './permitted.ts';

/** The terms of the decision at one level. */
export function termsAt(child: CompiledChild, level: Level): Terms {
  const { masks, consents } = child;
  return {
    never: masks.never[level],
    forbidden: child.forbidden,
    ordered: child.ordered,
    byLaw: masks.byLaw[level],
    onApproval: masks.onApproval[level],
    approved: child.approved,
    open: child.open,
    openable: masks.openable[level],
    locked: consents.locked[level],
    refused: consents.refused[level],
    unlessRefused: masks.unlessRefused[level],
    withConsent: masks.withConsent[level],
    consented: consents.consented[level],
  };
}
