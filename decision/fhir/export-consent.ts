import type { Vocabulary } from '@trellis/vocabulary';
import type { ConsentException, Recipient } from '../facts.ts';
import { hl7, modifiers, own } from './codes.ts';
import type { ConsentDraft, FhirRefusal, FhirRelease } from './consent-draft.ts';
import type { KeptElements } from './import-consent.ts';
import { dayBefore } from './read-date.ts';

export type ExportedConsent =
  { readonly resource: Readonly<Record<string, unknown>> } | { readonly refused: readonly FhirRefusal[] };

/**
 * Writes a consent as a FHIR Consent. `importConsent` reads the same consent back from it; another reader that does not know
 * Trellis's modifier extensions must refuse it. Refused where FHIR has no way to say it: a list that names nobody.
 */
export function exportConsent(
  consent: ConsentDraft,
  release: FhirRelease,
  vocabulary: Vocabulary,
  kept?: KeptElements,
): ExportedConsent {
  const refused: FhirRefusal[] = [];
  const given = kept?.release === release ? kept.elements : {};
  const { from, to, recordsFrom, recordsTo } = consent;
  const period = {
    ...(from !== null && { start: new Date(from).toISOString() }),
    ...(to !== null && { end: new Date(to - 1).toISOString() }),
  };
  const dataPeriod = {
    ...(recordsFrom !== null && { start: recordsFrom }),
    ...(recordsTo !== null && { end: dayBefore(recordsTo) }),
  };
  const provision = {
    ...(release === 'R4' && { type: type(consent.decision) }),
    ...(release === 'R4' && Object.keys(period).length > 0 && { period }),
    ...(Object.keys(dataPeriod).length > 0 && { dataPeriod }),
    ...conditions(consent, consent.decision, '', vocabulary, release, refused),
  };
  if (consent.evidence === '') refused.push({ element: 'evidence', reason: 'FHIR has no empty text.' });
  if (refused.length > 0) return { refused };
  const privacy = { coding: [{ system: hl7.scope, code: 'patient-privacy' }] };
  const category = [{ coding: [{ system: hl7.loinc, code: '59284-0' }] }];
  const shared = {
    resourceType: 'Consent',
    language: consent.language,
    status: status(consent, release),
    ...written(modifierExtensions(consent, release)),
  };
  const child = { identifier: { system: own.child, value: consent.child } };
  const by = [{ identifier: { system: own.authority, value: consent.by } }];
  if (release === 'R4') {
    return {
      resource: {
        scope: privacy,
        category,
        ...given,
        ...shared,
        patient: child,
        performer: by,
        ...evidence(consent, false),
        provision,
      },
    };
  }
  return {
    resource: {
      category,
      ...given,
      ...shared,
      subject: child,
      grantor: by,
      ...evidence(consent, true),
      ...(Object.keys(period).length > 0 && { period }),
      decision: consent.decision === 'PERMIT' ? 'deny' : 'permit',
      provision: [provision],
    },
  };
}

const type = (decision: 'PERMIT' | 'REFUSE') => (decision === 'PERMIT' ? 'permit' : 'deny');

function status({ state }: ConsentDraft, release: FhirRelease): string {
  if (state === 'ACTIVE') return 'active';
  if (state === 'PROPOSED') return release === 'R4' ? 'proposed' : 'draft';
  return 'inactive';
}

function modifierExtensions(consent: ConsentDraft, release: FhirRelease): readonly object[] {
  const narrows = consent.except.some((each) => consent.decision === 'REFUSE' || (each.except ?? []).length > 0);
  const exact = consent.state !== 'ACTIVE' && !(consent.state === 'PROPOSED' && release === 'R4');
  return [
    ...(consent.level !== (consent.decision === 'PERMIT' ? 'FULL' : 'SUMMARY')
      ? [{ url: modifiers.level, valueCode: consent.level }]
      : []),
    ...(exact ? [{ url: modifiers.state, valueCode: consent.state }] : []),
    ...(consent.notEvenInEmergency ? [{ url: modifiers.notEvenInEmergency, valueBoolean: true }] : []),
    ...(narrows ? [{ url: modifiers.exceptionsOnlyNarrow, valueBoolean: true }] : []),
    ...(release === 'R5' ? [{ url: modifiers.silentBase, valueBoolean: true }] : []),
  ];
}

const written = (modifierExtension: readonly object[]) => (modifierExtension.length > 0 ? { modifierExtension } : {});

function evidence({ evidence: text }: ConsentDraft, several: boolean): object {
  if (text === null) return {};
  const [element, value] = /^[A-Z][A-Za-z]+\/\S+$/.test(text)
    ? ['sourceReference', { reference: text }]
    : ['sourceAttachment', { title: text }];
  return { [element]: several ? [value] : value };
}

function conditions(
  node: ConsentException,
  decision: 'PERMIT' | 'REFUSE',
  path: string,
  vocabulary: Vocabulary,
  release: FhirRelease,
  refused: FhirRefusal[],
): object {
  const { recipients, purposes, categories, except = [] } = node;
  // In a refusal an empty list names everything, in a permit nothing; FHIR can leave an element out, never leave it empty.
  const named = (list: readonly unknown[] | undefined, element: string) => {
    if (list?.length === 0 && decision === 'PERMIT')
      refused.push({ element: `${path}${element}`, reason: 'FHIR cannot permit nothing.' });
    return list !== undefined && list.length > 0;
  };
  if (except.length > 0 && path.split('.').length > 2) {
    refused.push({ element: `${path}except`, reason: 'A Consent goes no deeper than an exception to an exception.' });
  }
  const otherwise = decision === 'PERMIT' ? 'REFUSE' : 'PERMIT';
  return {
    ...(named(recipients, 'recipients') && { actor: recipients?.map(actor) }),
    ...(named(purposes, 'purposes') && { purpose: purposes?.map((purpose) => purposeCoding(purpose, vocabulary)) }),
    ...(named(categories, 'categories') && {
      securityLabel: categories?.map((code) => ({ system: own.category, code })),
    }),
    ...(except.length > 0 && {
      provision: except.map((inner, index) => ({
        ...(release === 'R4' && { type: type(otherwise) }),
        ...conditions(inner, otherwise, `${path}except[${String(index)}].`, vocabulary, release, refused),
      })),
    }),
  };
}

function actor({ agency, role, user }: Recipient): object {
  const value =
    user !== undefined ? `${agency}/${role ?? ''}/${user}` : role !== undefined ? `${agency}/${role}` : agency;
  return {
    role: { coding: [{ system: hl7.participation, code: 'IRCP' }] },
    reference: { identifier: { system: own.recipient, value } },
  };
}

/** HL7's code where it means this purpose and no other, else our own. */
function purposeCoding(purpose: string, { purposes }: Vocabulary): object {
  const code = purposes.get(purpose)?.hl7;
  const alone = code !== undefined && [...purposes.values()].filter((known) => known.hl7 === code).length === 1;
  return alone ? { system: hl7.purpose, code } : { system: own.purpose, code: purpose };
}
