import {
  compileRules,
  decide,
  parseRuleSet,
  codesOf,
  type ChildFacts,
  type ConsentDraft,
  type FhirContext,
} from '@trellis/decision';
import { parseVocabulary } from '@trellis/vocabulary';

/**
 * A hospital as IHE's pages assume one: its purposes are treatment, payment, operations, research and break-glass, its categories
 * the security labels that the pages speak of, and a consent decides everything.
 */
const words = parseVocabulary(`
agencies: [hospital]
roles: { hospital: [practitioner], network: [privacy-officer], family: [child, parent] }
kinds: [worker, officer, family, system]
purposes:
  treatment: { hl7: TREAT }
  payment: { hl7: HPAYMT }
  operations: { hl7: HOPERAT }
  study: { hl7: HRESCH }
  emergency: { hl7: BTG }
involvementKinds: [treatment]
bases: [NEVER, BY_LAW, ON_APPROVAL, UNLESS_REFUSED, WITH_CONSENT]
levels: [SUMMARY, FULL]
limits: { bodyBytes: 1, tokens: 1, depth: 1, expandedSelections: 1, aliases: 1, rootFields: 1, listArguments: 1, fetchDeadlineMs: 1, agencyReplyBytes: 1 }
networkId: '^.*$'
labelsSpec: 'https://trellis.example/labels/v1.0'
categories:
  record:
    normal: { en: Ordinary, fr: Ordinaire, labels: [N] }
    restricted: { en: Restricted, fr: Restreint, labels: [R] }
    psychiatric: { en: Psychiatric, fr: Psychiatrique, labels: [R, PSY] }
    violence: { en: Violence, fr: Violence, labels: [R, SDV] }
`);

const law = "{ citation: 'policy s. 1', jurisdiction: XX, asOf: 2022-06-13, confidence: SEEN, force: CONSENT }";
const rules = compileRules(
  parseRuleSet(
    `
pack: hospital
version: '1'
jurisdiction: XX
timeZone: America/Toronto
asOf: 2022-06-13
notice: { en: A test., fr: Un essai. }
authorities:
  - kind: patient
    title: { en: The patient, fr: Le patient }
    decides: SELF
    rank: 0
    reach: [{ may: [CONSENT, REFUSE], categories: [record], presumedFrom: 16 }]
    authority: ${law}
  - kind: mother
    title: { en: The mother, fr: La mère }
    decides: FOR_CHILD
    rank: 1
    reach: [{ may: [CONSENT, REFUSE], categories: [record], toAge: 18 }]
    authority: ${law}
rules:
  - id: by-consent
    sentence: { en: With consent., fr: Avec consentement. }
    recipients: [{ agency: hospital, roles: [practitioner], kinds: [worker] }]
    purposes: [treatment, payment, operations, study, emergency]
    involvement: { need: NONE }
    categories: [record]
    level: FULL
    basis: WITH_CONSENT
    authority: ${law}
`,
    words,
  ),
  words,
);

const people: Readonly<Record<string, string>> = {
  'Practitioner/ex-practitioner': 'ex-practitioner',
  'Group/ex-privilegedUsers': 'ex-privileged',
};
const authorities: Readonly<Record<string, string>> = {
  'Patient/ex-patient': 'patient',
  'Patient/ex-mother': 'mother',
};

/** Whom the samples' references mean here. The researchers' organization and HL7's people are nobody this hospital knows. */
export const hospital: FhirContext = {
  vocabulary: words,
  timeZone: 'America/Toronto',
  child: (reference) => (reference === 'Patient/ex-patient' ? 'ex-patient' : undefined),
  authority: (reference) => authorities[reference],
  recipients: (reference) => {
    const user = people[reference];
    return user === undefined ? undefined : [{ agency: 'hospital', user }];
  },
  custodian: (reference) => (reference.startsWith('Organization/') ? ['record'] : undefined),
  everyone: [{ agency: 'hospital' }],
  policies: new Set([
    'http://example.org/policies/basePrivacyConsentPolicy.txt',
    'http://example.org/policies/researchPrivacyConsentPolicy.txt',
    'https://profiles.ihe.net/ITI/PCF/Policy-basic-normal',
    'https://profiles.ihe.net/ITI/PCF/Policy-break-glass-only',
  ]),
};

/** Who asks the hospital, why, when, and of a record of which day. */
export interface HospitalAsk {
  readonly user: 'ex-nurse' | 'ex-practitioner' | 'ex-privileged';
  readonly purpose: string;
  readonly at?: string;
  readonly recordedOn?: string;
}

/** What the hospital's record shows under these consents: the names of the categories disclosed in full. */
export function shown(
  consents: readonly ConsentDraft[],
  { user, purpose, at, recordedOn }: HospitalAsk,
): readonly string[] {
  const recordedAt = Date.parse('2022-06-13T12:00:00Z');
  const now = Date.parse(at ?? '2022-07-01T12:00:00Z');
  const infant = consents.some(({ by }) => by === 'mother');
  const facts: ChildFacts = {
    child: 'ex-patient',
    version: 1,
    birthDate: infant ? '2021-06-01' : '1990-06-01',
    consents: consents.map((draft, index) => ({
      ...draft,
      id: String(index),
      recordedAt,
      from: draft.from ?? recordedAt,
    })),
    authorities: Object.values(authorities).map((id) => ({
      id,
      holder: id,
      kind: id,
      domains: null,
      jointWith: [],
      from: '2000-01-01',
      to: null,
      suspended: false,
    })),
    orders: [],
    involvements: [],
    approvals: [],
    // Whoever asks for an emergency has opened one: a consent alone opens nothing for that purpose.
    emergencies:
      purpose === 'emergency'
        ? [{ id: 'opened', agency: 'hospital', user, openedAt: now - 1, until: now + 1, closedAt: null }]
        : [],
  };
  const { yes } = decide(rules, { version: 1, ruleSet: 1, standingApprovals: [] }, facts, {
    requester: { agency: 'hospital', role: 'practitioner', user, kind: 'worker' },
    purpose,
    now,
    ...(recordedOn !== undefined && { recordedOn }),
  });
  return codesOf(words, yes.FULL).map((code) => code.replace('record.', ''));
}
