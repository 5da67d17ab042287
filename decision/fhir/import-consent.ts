import type { ConsentState } from '../facts.ts';
import { hl7, own } from './codes.ts';
import type { ConsentDraft, FhirContext, FhirRefusal, FhirRelease } from './consent-draft.ts';
import type { Reference } from './consent-shape.ts';
import { custodianCategories } from './custodian-categories.ts';
import { isTooLarge } from './is-too-large.ts';
import { readFhirConsent } from './read-consent.ts';
import type { FhirConsent } from './read-consent.ts';
import type { Refuse } from './read-conditions.ts';
import { readModifiers } from './read-modifiers.ts';
import { readTree } from './read-tree.ts';

/** Elements that decide nothing, as they stood: `exportConsent` gives them back. */
export interface KeptElements {
  readonly release: FhirRelease;
  readonly elements: Readonly<Record<string, unknown>>;
}

export type ImportedConsent =
  | { readonly consents: readonly ConsentDraft[]; readonly kept: KeptElements }
  | { readonly refused: readonly FhirRefusal[] };

/**
 * Reads a FHIR Consent, R4 or R5. All of it is carried, or it is refused with the name of every element that could not be:
 * nothing is guessed, nothing is dropped that could change who may see what. Mostly it is one consent; provisions that add to
 * the one they stand in become consents beside it, in force together.
 */
export function importConsent(json: unknown, context: FhirContext): ImportedConsent {
  if (typeof json !== 'object' || json === null || isTooLarge(json)) {
    return {
      refused: [{ element: 'Consent', reason: 'It is no resource, or too large or too deep to be a consent.' }],
    };
  }
  const consent = readFhirConsent(json);
  if ('refused' in consent) return consent;
  const refused: FhirRefusal[] = [];
  const refuse: Refuse = (element, reason) => {
    if (!refused.some((known) => known.element === element)) refused.push({ element, reason });
  };
  const consents = readDrafts(consent, context, refuse);
  return refused.length > 0 ? { refused } : { consents, kept: keep(consent) };
}

function readDrafts(consent: FhirConsent, context: FhirContext, refuse: Refuse): readonly ConsentDraft[] {
  const { json, release } = consent;
  refuseOtherKinds(consent, context, refuse);
  const { level, state, notEvenInEmergency, exceptionsOnlyNarrow } = readModifiers(consent, refuse);
  const scope = custodianCategories(consent, context, refuse);
  const nothing = { from: null, to: null, recordsFrom: null, recordsTo: null };
  const read = readTree(
    consent.root,
    { ...nothing, ...(scope && { categories: scope.named }) },
    {
      context,
      within: scope?.reached,
      exceptionsOnlyNarrow,
      refuse,
    },
  );
  const person = {
    child: resolve(consent.subject, own.child, context.child, release === 'R4' ? 'patient' : 'subject', refuse),
    by: resolve(
      consent.decidedBy,
      own.authority,
      context.authority,
      release === 'R4' ? 'performer' : 'grantor',
      refuse,
    ),
    notEvenInEmergency,
    state: readState(json.status, state, refuse),
    evidence: readEvidence(consent, refuse),
    language: json.language ?? 'en',
  };
  return read.map(({ path, ...decided }) => {
    const permits = decided.decision === 'PERMIT';
    const recipients = decided.recipients ?? (permits ? context.everyone : []);
    const at = (element: string) => (path === '' ? element : `${path}.${element}`);
    if (!recipients) refuse(at('actor'), 'A permit must say who receives.');
    if (!decided.purposes && permits)
      refuse(at('purpose'), 'A permit must say what for; there is no permit for every purpose.');
    if (!decided.categories && permits)
      refuse(consent.custodiansAt, 'A permit must say of what: a custodian, or labels.');
    return {
      ...person,
      ...decided,
      // In FHIR who refuses, refuses all of it: a refusal of the summary refuses both.
      level: level ?? (permits ? 'FULL' : 'SUMMARY'),
      recipients: recipients ?? [],
      purposes: decided.purposes ?? [],
      categories: decided.categories ?? [],
    };
  });
}

function refuseOtherKinds({ json }: FhirConsent, context: FhirContext, refuse: Refuse): void {
  const privacy = ({ system, code }: { system: string; code: string }) =>
    (system === hl7.scope && code === 'patient-privacy') ||
    (system === hl7.loinc && ['59284-0', '64292-6'].includes(code));
  if ('scope' in json && !json.scope.coding.every(privacy)) refuse('scope', 'It is not a privacy consent.');
  json.category.forEach((category, index) => {
    if (!category.coding.every(privacy))
      refuse(`category[${String(index)}]`, 'What kind of consent this is, is not known here.');
  });
  if (!('policy' in json)) return;
  json.policy?.forEach(({ uri }, index) => {
    if (!context.policies.has(uri)) refuse(`policy[${String(index)}].uri`, 'The network has not read this policy.');
  });
}

/** FHIR's status, made exact by an extension of ours; what is not in force without it is no consent to record. */
function readState(status: string, exact: ConsentState | undefined, refuse: Refuse): ConsentState {
  if (status === 'active' && exact === undefined) return 'ACTIVE';
  if (status === 'proposed' && exact === undefined) return 'PROPOSED';
  if (status === 'draft' && exact === 'PROPOSED') return exact;
  if (status === 'inactive') {
    const ended = (['NEEDS_CONFIRMATION', 'WITHDRAWN', 'EXPIRED', 'SUPERSEDED'] as const).find(
      (state) => state === exact,
    );
    if (ended) return ended;
  }
  refuse('status', `A Consent that is ${status} is not in force.`);
  return 'WITHDRAWN';
}

function readEvidence({ evidence, release }: FhirConsent, refuse: Refuse): string | null {
  if (!evidence) return null;
  if ('title' in evidence) return evidence.title;
  if ('reference' in evidence && evidence.reference !== undefined) return evidence.reference;
  refuse(release === 'R4' ? 'sourceReference' : 'sourceReference[0]', 'It refers to nothing.');
  return null;
}

function resolve(
  { reference, identifier }: Reference,
  system: string,
  find: (reference: string) => string | undefined,
  element: string,
  refuse: Refuse,
): string {
  const found =
    reference !== undefined ? find(reference) : identifier?.system === system ? identifier.value : undefined;
  if (found === undefined) refuse(element, 'Nobody on this network is known by it.');
  return found ?? '';
}

const decidesNothing = [
  'id',
  'meta',
  'text',
  'identifier',
  'scope',
  'category',
  'dateTime',
  'date',
  'organization',
  'controller',
  'manager',
  'policy',
];

const keep = ({ json, release }: FhirConsent): KeptElements => ({
  release,
  elements: Object.fromEntries(Object.entries(json).filter(([name]) => decidesNothing.includes(name))),
});
