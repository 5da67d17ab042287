/** The systems from which FHIR Consents draw their codes. */
export const hl7 = {
  scope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  sensitivity: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  purpose: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  loinc: 'http://loinc.org',
} as const;

const home = 'https://trellis.example/fhir';

/** Trellis's own systems: what HL7 has no code for is written in these, and read back from them. */
export const own = {
  category: `${home}/category`,
  purpose: `${home}/purpose`,
  child: `${home}/child`,
  authority: `${home}/authority`,
  recipient: `${home}/recipient`,
} as const;

/** Trellis's modifier extensions: a reader that does not know one must not act on the Consent. */
export const modifiers = {
  level: `${home}/level`,
  state: `${home}/state`,
  notEvenInEmergency: `${home}/not-even-in-emergency`,
  /** The permits inside a refusal narrow it, and permit nothing by themselves, however wide they are written. */
  exceptionsOnlyNarrow: `${home}/exceptions-only-narrow`,
  /** R5 has no conditions at the root: the decision there is silence, the one provision below it is the Consent. */
  silentBase: `${home}/silent-base`,
} as const;

/** Confidentiality codes, from the least to the most restricted. */
export const confidentiality: readonly string[] = ['U', 'L', 'M', 'N', 'R', 'V'];
