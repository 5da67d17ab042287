import type { Vocabulary } from '@trellis/vocabulary';
import type { Consent, ConsentException } from '@trellis/decision';
import {
  days,
  future,
  generateCategories,
  generatePurposes,
  generateRecipient,
  instants,
  past,
  several,
} from './generate-parts.ts';
import type { Random } from './random.ts';

/** A consent as it could be recorded, well or badly: unknown codes, reversed periods and missing authorities among them. */
export function generateConsent(choose: Random, vocabulary: Vocabulary, id: string): Consent {
  return {
    id,
    decision: choose.chance(0.7) ? 'PERMIT' : 'REFUSE',
    by: choose.chance(0.98) ? `a${choose.below(choose.chance(0.6) ? 2 : 4)}` : 'missing',
    recipients: choose.chance(0.03) ? [] : Array.from({ length: 2 + choose.below(3) }, () => generateRecipient(choose)),
    purposes: choose.chance(0.03) ? [] : generatePurposes(choose),
    categories: choose.chance(0.03) ? [] : generateCategories(choose, vocabulary),
    level: choose.chance(0.7) ? 'FULL' : 'SUMMARY',
    from: past(choose),
    to: choose.chance(0.8) ? null : choose.chance(0.8) ? future(choose) : past(choose),
    recordsFrom: choose.chance(0.95) ? null : choose.pick(days),
    recordsTo: choose.chance(0.95) ? null : choose.pick(days),
    notEvenInEmergency: choose.chance(0.4),
    except: choose.chance(0.6) ? [] : several(choose, 2, () => generateException(choose, vocabulary, 3)),
    state: choose.chance(0.85)
      ? 'ACTIVE'
      : choose.pick(['NEEDS_CONFIRMATION', 'NEEDS_CONFIRMATION', 'PROPOSED', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED']),
    evidence: null,
    language: 'en',
    recordedAt: choose.chance(0.98)
      ? choose.pick([...instants, Date.parse('2020-01-01T12:00:00Z'), Date.parse('2024-06-01T12:00:00Z')])
      : NaN,
    ...(choose.chance(0.2) ? { unconfirmed: true as const } : {}),
  };
}

function generateException(choose: Random, vocabulary: Vocabulary, depth: number): ConsentException {
  const none = choose.chance(0.04) ? [] : undefined;
  return {
    recipients: choose.chance(0.5)
      ? none
      : Array.from({ length: 1 + choose.below(2) }, () => generateRecipient(choose)),
    purposes: choose.chance(0.6) ? none : generatePurposes(choose),
    categories: choose.chance(0.4) ? none : generateCategories(choose, vocabulary),
    except: depth > 0 && choose.chance(0.5) ? [generateException(choose, vocabulary, depth - 1)] : undefined,
  };
}
