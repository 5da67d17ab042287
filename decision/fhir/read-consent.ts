import type { z } from 'zod';
import type { FhirRefusal, FhirRelease } from './consent-draft.ts';
import { modifiers } from './codes.ts';
import { consentR4, consentR5 } from './consent-shape.ts';
import type { ConsentR4, ConsentR5, Provision, Reference } from './consent-shape.ts';

/** A provision with what it decides spelled out at every level, whichever release it came from. */
export interface DecidedProvision extends Omit<Provision, 'type' | 'provision'> {
  readonly path: string;
  readonly decision: 'PERMIT' | 'REFUSE';
  readonly exceptions: readonly DecidedProvision[];
}

/** A Consent of either release, in one shape. */
export interface FhirConsent {
  readonly release: FhirRelease;
  readonly json: ConsentR4 | ConsentR5;
  readonly subject: Reference;
  readonly decidedBy: Reference;
  readonly custodians: readonly Reference[];
  readonly custodiansAt: string;
  readonly evidence: { title: string } | Reference | undefined;
  readonly root: DecidedProvision;
}

/** The reasons for refusing these elements of a Consent, which say more than that the element is unknown. */
const reasons: Readonly<Record<string, string>> = {
  policyRule: 'A base policy beside the provision decides something that the provision does not say.',
  policyBasis: 'A policy beside the decision decides something that the decision does not say.',
  regulatoryBasis: 'A policy beside the decision decides something that the decision does not say.',
  verification: 'Whether a consent was verified is recorded by the register, not taken over.',
  action: 'Trellis decides who may read; other actions have no place in its consents.',
  class: 'Trellis decides by category; a kind of document is none.',
  resourceType: 'Trellis decides by category; a kind of resource is none.',
  documentType: 'Trellis decides by category; a kind of document is none.',
  code: 'Trellis decides by category; a clinical code is none.',
  data: 'Trellis decides by category; single records, their authors and what relates to them are none.',
  expression: 'An expression cannot be read as recipients, purposes and categories.',
  grantee: 'Who must carry the Consent out is not who may receive.',
  implicitRules: 'Rules from elsewhere may change what the Consent means.',
  type: 'In this release only the root says permit or deny; its exceptions are the other way round.',
  provision: 'A consent is a decision, exceptions to it and exceptions to those; nothing deeper.',
};

/** Reads a Consent of either release into one shape; refuses by name every element that has no place in it. */
export function readFhirConsent(json: object): FhirConsent | { refused: readonly FhirRefusal[] } {
  if ('subject' in json || 'decision' in json) {
    const read = consentR5.safeParse(json);
    return read.success ? fromR5(read.data) : { refused: refusals(read.error) };
  }
  const read = consentR4.safeParse(json);
  return read.success ? fromR4(read.data) : { refused: refusals(read.error) };
}

function fromR4(json: ConsentR4): FhirConsent {
  return {
    release: 'R4',
    json,
    subject: json.patient,
    decidedBy: json.performer[0] ?? {},
    custodians: json.organization ?? [],
    custodiansAt: 'organization',
    evidence: json.sourceAttachment ?? json.sourceReference,
    root: decided(json.provision, json.provision.type, 'provision'),
  };
}

function fromR5(json: ConsentR5): FhirConsent | { refused: readonly FhirRefusal[] } {
  const silent = json.modifierExtension?.some(
    (modifier) => modifier.url === modifiers.silentBase && modifier.valueBoolean,
  );
  if (silent && json.provision?.length !== 1) {
    return { refused: [{ element: 'provision', reason: 'Below a silent base there is exactly one provision.' }] };
  }
  const base: Provision = { period: json.period, provision: json.provision };
  const [only] = json.provision ?? [];
  return {
    release: 'R5',
    json,
    subject: json.subject,
    decidedBy: json.grantor[0] ?? {},
    custodians: json.controller ?? [],
    custodiansAt: 'controller',
    evidence: json.sourceAttachment?.[0] ?? json.sourceReference?.[0],
    root:
      silent && only
        ? decided({ ...only, period: only.period ?? json.period }, other(json.decision), 'provision[0]')
        : decided(base, json.decision, ''),
  };
}

function decided(
  { type, provision = [], ...conditions }: Provision,
  decision: 'permit' | 'deny',
  path: string,
): DecidedProvision {
  const below = path === '' ? 'provision' : `${path}.provision`;
  return {
    ...conditions,
    path,
    decision: (type ?? decision) === 'permit' ? 'PERMIT' : 'REFUSE',
    exceptions: provision.map((child, index) =>
      decided(child, child.type ?? other(decision), `${below}[${String(index)}]`),
    ),
  };
}

const other = (decision: 'permit' | 'deny') => (decision === 'permit' ? 'deny' : 'permit');

function refusals(error: z.ZodError): readonly FhirRefusal[] {
  return error.issues.flatMap((issue) => {
    const at = elementPath(issue.path);
    if (issue.code !== 'unrecognized_keys') return [{ element: at || 'Consent', reason: issue.message }];
    return issue.keys.map((key) => ({
      element: at === '' ? key : `${at}.${key}`,
      reason: reasons[key] ?? 'It has no place in a consent of Trellis.',
    }));
  });
}

function elementPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, step) => {
    if (typeof step === 'number') return `${all}[${String(step)}]`;
    return all === '' ? String(step) : `${all}.${String(step)}`;
  }, '');
}
