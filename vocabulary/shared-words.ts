import type { Basis, Kind, Level, Limits, Mandate } from './vocabulary.ts';

/** The words that every network shares: the decision, the seal and the label language are written in them. */
export const sharedWords = {
  kinds: ['worker', 'officer', 'family', 'system'] as readonly Kind[],
  mandates: ['PROTECTION', 'CAPACITY'] as const satisfies readonly Mandate[],
  bases: ['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'] as readonly Basis[],
  levels: ['SUMMARY', 'FULL'] as readonly Level[],
  /** Roles of the network's own officers, and of an agency's officers, who carry its name in the claim `agency`. */
  officerRoles: ['privacy-officer', 'approver', 'auditor'] as readonly string[],
  /** Purposes that Trellis itself serves; `research` is named by no rule until a pseudonymous route exists. HL7 PurposeOfUse where one fits. */
  purposes: {
    emergency: { hl7: 'BTG' },
    'family-access': { hl7: 'FAMRQT' },
    'privacy-administration': { hl7: 'HOPERAT' },
    research: { hl7: 'HRESCH' },
  } as Readonly<Record<string, { readonly hl7?: string }>>,
  /** 128 random bits in lower-case base32, without meaning. */
  networkId: '^[a-z2-7]{26}$',
  /** The `@link` URL of @label, @open, @about, @page and @flow. */
  labelsSpec: 'https://trellis.example/labels/v1.0',
  /** The limits of what one request may cost, where network.yaml sets no other figure. */
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
