import type { LegalAuthority } from '@trellis/decision';

/** The citation of a rule as it is told: that nobody has read the law it names stands beside it. */
export function citationOf({ citation, confidence }: Pick<LegalAuthority, 'citation' | 'confidence'>): string {
  return confidence === 'UNVERIFIED' ? `${citation}, from memory` : citation;
}
