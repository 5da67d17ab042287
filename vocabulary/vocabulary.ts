/** Whom a piece of data is of: a child's consent opens only what is of the child. */
export type Of = 'CHILD' | 'ADULT' | 'REPORTER';
export type Level = 'SUMMARY' | 'FULL';
export type Basis = 'NEVER' | 'BY_LAW' | 'ON_APPROVAL' | 'UNLESS_REFUSED' | 'WITH_CONSENT';
export type Kind = 'worker' | 'officer' | 'family' | 'system';

/**
 * A duty that the law of a network gives to some of its agencies. `PROTECTION`: takes reports of harm and answers for who decides for a child.
 * `CAPACITY`: finds whether a child can decide alone.
 */
export type Mandate = 'PROTECTION' | 'CAPACITY';

/** The kind of a piece of data: `AGENCY.condition`. Dotted, the first part its custodian's domain. */
export interface Category {
  readonly code: string;
  readonly domain: string;
  readonly of: Of;
  readonly en: string;
  readonly fr: string;
  /** The sentence that says what it is, by language of the network; `en` and `fr` hold the first language where the network speaks neither. */
  readonly sentences: Readonly<Record<string, string>>;
  /** HL7 security label codes that mean this category, e.g. `PSY`. */
  readonly labels: readonly string[];
}

export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly expandedSelections: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly listArguments: number;
  readonly fetchDeadlineMs: number;
  readonly agencyReplyBytes: number;
}

/** What people call something, in both languages of the pages. */
interface Title {
  readonly en: string;
  readonly fr: string;
}

/** The words of a network. Immutable; the position of a category in `categories` is its bit. */
export interface Vocabulary {
  readonly agencies: readonly string[];
  readonly languages: readonly string[];
  /** agency → what people call it */
  readonly titles: ReadonlyMap<string, Title>;
  /** agency (or `network`, `family`) → its roles */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** agency (or `network`, `family`) → role → what people call it within a sentence, where somebody has said so */
  readonly roleTitles: ReadonlyMap<string, ReadonlyMap<string, Title>>;
  /** The agencies that have each mandate. */
  readonly mandates: Readonly<Record<Mandate, readonly string[]>>;
  /** agency → its roles that are told at once of a report of harm */
  readonly intakeRoles: ReadonlyMap<string, readonly string[]>;
  /** agency → its roles that cover a team: they see what its workers have open, and let one more emergency access pass */
  readonly supervisorRoles: ReadonlyMap<string, readonly string[]>;
  readonly kinds: readonly Kind[];
  /** purpose → its HL7 PurposeOfUse code, where one fits, and what people call it within a sentence, where somebody has said so */
  readonly purposes: ReadonlyMap<string, { readonly hl7?: string | undefined; readonly title?: Title | undefined }>;
  readonly involvementKinds: readonly string[];
  readonly bases: readonly Basis[];
  readonly levels: readonly Level[];
  readonly categories: readonly Category[];
  /** category code → its bit */
  readonly bit: ReadonlyMap<string, number>;
  readonly limits: Limits;
  readonly networkId: RegExp;
  readonly labelsSpec: string;
}
