import { hasBit } from './bits.ts';
import type { Terms } from './permitted.ts';

/** The number of a line of the decision (docs/decision.md). */
export type Line = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Checks for each line whether it applies to one category; the first that does decides. The last always does. */
export function applyingLines(t: Terms, bit: number): readonly boolean[] {
  const has = (bits: Terms['never']) => hasBit(bits, bit);
  return [
    has(t.never),
    has(t.forbidden),
    has(t.ordered),
    has(t.byLaw),
    has(t.onApproval) && has(t.approved),
    t.open && has(t.openable) && !has(t.locked),
    has(t.refused),
    has(t.unlessRefused),
    has(t.withConsent) && has(t.consented),
    true,
  ];
}

/** The line that decides on one category. */
export function decidingLine(terms: Terms, bit: number): Line {
  return (applyingLines(terms, bit).indexOf(true) + 1) as Line;
}

export function saysYes(line: Line): boolean {
  return line === 3 || line === 4 || line === 5 || line === 6 || line === 8 || line === 9;
}
