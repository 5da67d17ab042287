import type { Basis, Kind, Level, Limits, Mandate } from './vocabulary.ts';

/** The words that every network shares: the decision, the seal and the label language are written in them. */
export const sharedWords = {
  kinds: ['worker', 'officer', 'family', 'system'] as readonly Kind[],
  mandates: ['PROTECTION', 'CAPACITY'] as const satisfies readonly Mandate[],
  bases: ['NEVER', 'BY_LAW', 'ON_APPROVAL', 'UNLESS_REFUSED', 'WITH_CONSENT'] as readonly Basis[],
  levels: ['SUMMARY', 'FULL'] as readonly Level[],
  /** Roles of the network's own officers, and of an agency's officers, who carry its name in the claim `agency`. */
  officerRoles: ['privacy-officer', 'approver', 'auditor'] as readonly string[],
  /** What people call these, and an agency's own system, within a sentence. */
  officerTitles: {
    'privacy-officer': { en: 'privacy officer', fr: 'protection de la vie privée', de: 'Datenschutz' },
    approver: { en: 'approver', fr: 'approbation', de: 'Genehmigung' },
    auditor: { en: 'auditor', fr: 'vérification', de: 'Prüfung' },
    system: { en: 'system', fr: 'système', de: 'System' },
  } as Readonly<Record<string, Readonly<Record<string, string>>>>,
  /** Purposes that Trellis itself serves; `research` is named by no rule until a pseudonymous route exists. HL7 PurposeOfUse where one fits. */
  purposes: {
    emergency: { hl7: 'BTG', title: { en: 'emergency', fr: 'urgence', de: 'Notfall' } },
    'family-access': {
      hl7: 'FAMRQT',
      title: { en: 'family access', fr: 'accès de la famille', de: 'Einsicht der Familie' },
    },
    'privacy-administration': {
      hl7: 'HOPERAT',
      title: {
        en: 'privacy administration',
        fr: 'administration de la vie privée',
        de: 'Verwaltung des Datenschutzes',
      },
    },
    research: { hl7: 'HRESCH', title: { en: 'research', fr: 'recherche', de: 'Forschung' } },
  } as Readonly<Record<string, { readonly hl7?: string; readonly title?: Readonly<Record<string, string>> }>>,
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
