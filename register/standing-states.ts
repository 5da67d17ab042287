import type { Consent } from '@trellis/decision';

/** States in which a consent may still be withdrawn or confirmed. */
export const standingStates: ReadonlySet<Consent['state']> = new Set(['ACTIVE', 'NEEDS_CONFIRMATION', 'PROPOSED']);
