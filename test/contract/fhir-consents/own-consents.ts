import type { HospitalAsk } from './hospital.ts';
import type { Meaning } from './samples.ts';

const reasons = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
const purposes = (...codes: readonly string[]) => codes.map((code) => ({ system: reasons, code }));
const labels = (...codes: readonly string[]) =>
  codes.map((code) => ({
    system: `http://terminology.hl7.org/CodeSystem/${['N', 'R'].includes(code) ? 'v3-Confidentiality' : 'v3-ActCode'}`,
    code,
  }));
const towards = (reference: string) => ({
  reference: { reference },
  role: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'IRCP' }] },
});

/** A Consent that the patient of the hospital gave, as the hospital's system writes one. */
function consent(provision: object | undefined, more: object = {}): object {
  return {
    resourceType: 'Consent',
    status: 'active',
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'patient-privacy' }] },
    category: [{ coding: [{ system: 'http://loinc.org', code: '59284-0' }] }],
    patient: { reference: 'Patient/ex-patient' },
    dateTime: '2022-06-13',
    performer: [{ reference: 'Patient/ex-patient' }],
    organization: [{ reference: 'Organization/ward-7' }],
    policy: [{ uri: 'http://example.org/policies/basePrivacyConsentPolicy.txt' }],
    ...(provision === undefined ? {} : { provision }),
    ...more,
  };
}

const all = ['normal', 'restricted', 'psychiatric', 'violence'];
const asks = (...given: readonly (readonly [Partial<HospitalAsk>, readonly string[]])[]): Meaning => ({
  asks: given.map(([ask, shown]) => [{ user: 'ex-nurse', purpose: 'treatment', ...ask }, shown] as const),
});

/** Consents of our own making, each with what it means: what a clone without the public samples has of them. */
export const ownConsents: Readonly<Record<string, { readonly json: object; readonly meaning: Meaning }>> = {
  'a permit for treatment alone': {
    json: consent({ type: 'permit', purpose: purposes('TREAT') }),
    meaning: asks([{}, all], [{ purpose: 'payment' }, []]),
  },
  'a permit for two purposes': {
    json: consent({ type: 'permit', purpose: purposes('HPAYMT', 'HRESCH') }),
    meaning: asks([{ purpose: 'payment' }, all], [{ purpose: 'study' }, all], [{}, []]),
  },
  'a refusal of everything': {
    json: consent({ type: 'deny' }),
    meaning: asks([{}, []], [{ user: 'ex-practitioner', purpose: 'operations' }, []]),
  },
  'a permit of what is ordinary': {
    json: consent({ type: 'permit', purpose: purposes('TREAT'), securityLabel: labels('N') }),
    meaning: asks([{}, ['normal']]),
  },
  'a permit with a refusal of what is psychiatric in it': {
    json: consent({
      type: 'permit',
      purpose: purposes('TREAT'),
      provision: [{ type: 'deny', securityLabel: labels('PSY') }],
    }),
    meaning: asks([{}, ['normal', 'restricted', 'violence']]),
  },
  'a permit to one person': {
    json: consent({ type: 'permit', purpose: purposes('TREAT'), actor: [towards('Practitioner/ex-practitioner')] }),
    meaning: asks([{}, []], [{ user: 'ex-practitioner' }, all]),
  },
  'a permit that ends': {
    json: consent({ type: 'permit', purpose: purposes('TREAT'), period: { end: '2022-08-31' } }),
    meaning: asks([{ at: '2022-08-31T23:59:59-04:00' }, all], [{ at: '2022-09-01T00:00:00-04:00' }, []]),
  },
  'a permit of what was recorded in one year': {
    json: consent({
      type: 'permit',
      purpose: purposes('TREAT'),
      dataPeriod: { start: '2020-01-01', end: '2020-12-31' },
    }),
    meaning: asks([{ recordedOn: '2020-06-01' }, all], [{ recordedOn: '2021-01-01' }, []]),
  },
  'a permit that does not say so': {
    json: consent({ purpose: purposes('TREAT') }),
    meaning: { refused: 'provision.type' },
  },
  'a permit of one kind of document': {
    json: consent({
      type: 'permit',
      purpose: purposes('TREAT'),
      class: [{ system: 'urn:ietf:bcp:13', code: 'application/pdf' }],
    }),
    meaning: { refused: 'provision.class' },
  },
  'a permit of one record': {
    json: consent({
      type: 'permit',
      purpose: purposes('TREAT'),
      data: [{ meaning: 'instance', reference: { reference: 'Observation/7' } }],
    }),
    meaning: { refused: 'provision.data' },
  },
  'a permit of somebody whom nobody knows': {
    json: consent(
      { type: 'permit', purpose: purposes('TREAT') },
      { patient: { reference: 'Patient/of-another-hospital' } },
    ),
    meaning: { refused: 'patient' },
  },
  'a permit that was written in error': {
    json: consent({ type: 'permit', purpose: purposes('TREAT') }, { status: 'entered-in-error' }),
    meaning: { refused: 'status' },
  },
};
