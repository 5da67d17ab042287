import type { Basis, Kind, Level, Limits } from './vocabulary.ts';

/** The words that every network shares: the decision, the seal and the label language are written in them. */
export const sharedWords = {
  kinds: ['worker', 'officer', 'family', 'system'] as readonly Kind[],
  bases: ['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'] as readonly Basis[],
  levels: ['SUMMARY', 'FULL'] as readonly Level[],
  /** 128 random bits in lower-case base32, without meaning. */
  networkId: '^[a-z2-7]{26}$',
  /** The `@link` URL of @label, @open, @about, @page and @flow. */
  labelsSpec: 'https://trellis.example/labels/v1.0',
  /** What one request may cost, where network.yaml sets no other figure. */
  limits: {
    bodyBytes: 100_000,
    tokens: 2_000,
    depth: 12,
    expandedSelections: 5_000,
    aliases: 30,
    rootFields: 10,
    listArguments: 100,
    fetchDeadlineMs: 2_000,
    agencyReplyBytes: 5_000_000,
  } satisfies Limits as Limits,
} as const;
