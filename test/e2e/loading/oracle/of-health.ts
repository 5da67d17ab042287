import { someDay, times, type ExportKind } from './export-kind.ts';
import { plainFhir } from './plain-fhir.ts';
import type { Random } from '../../../property/random.ts';

const concept = (code: string, display?: string, system = 'http://hl7.org/fhir/sid/icd-10') => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});
const about = (chance: Random) => ({ subject: { reference: `Patient/p${chance.below(6)}` } });
const stamped = { meta: { lastUpdated: '2021-05-01T00:00:00Z' } };
const sensitive: Readonly<Record<string, string>> = {
  'F10.1': 'sensitivity.substance-use',
  O03: 'sensitivity.sexual-health',
};

function conditions(chance: Random) {
  return times(14, (at) => ({
    resourceType: 'Condition',
    id: `c${at}`,
    ...about(chance),
    code: {
      ...concept(chance.pick(['F90.0', 'J45.9', 'F32.1', 'F10.1', 'O03'])),
      ...(chance.chance(0.5) ? { text: 'As told' } : {}),
    },
    verificationStatus: concept(chance.pick(['confirmed', 'confirmed', 'provisional', 'entered-in-error', 'refuted'])),
    clinicalStatus: concept(chance.pick(['active', 'resolved', 'remission'])),
    onsetDateTime: chance.pick([someDay(chance), `${someDay(chance)}T02:30:00Z`, `${someDay(chance)}T23:30:00+09:00`]),
    ...(chance.chance(0.5) ? { abatementDateTime: someDay(chance, 2021, 1) } : {}),
  }));
}

function encounters(chance: Random) {
  return times(9, (at) => {
    const start = `${someDay(chance)}T${chance.pick(['01:15:00Z', '14:00:00-04:00', '09:30:00.000+00:00'])}`;
    return {
      resourceType: 'Encounter',
      id: `e${at}`,
      ...about(chance),
      status: chance.pick(['finished', 'in-progress', 'cancelled', 'entered-in-error']),
      type: [concept('185345009', 'Visit'), ...(chance.chance(0.3) ? [{ text: 'By video' }] : [])],
      ...(chance.chance(0.5) ? { reasonCode: [concept('J45.9', 'Asthma'), { text: 'Cough' }] } : {}),
      period: { start, ...(chance.chance(0.5) ? { end: new Date(Date.parse(start) + 1_800_000).toISOString() } : {}) },
      participant: [{ individual: { reference: `Practitioner/d${chance.below(2)}` } }],
      serviceProvider: { reference: 'Organization/o' },
    };
  });
}

const others = (chance: Random) => [
  ...times(5, (at) => ({
    resourceType: 'CarePlan',
    id: `k${at}`,
    ...about(chance),
    status: chance.pick(['active', 'completed', 'revoked']),
    ...(chance.chance(0.5) ? { title: 'Next steps' } : { category: [{ text: 'Plan' }, concept('1', 'Of care')] }),
    period: { start: someDay(chance), ...(chance.chance(0.5) ? { end: someDay(chance, 2022, 1) } : {}) },
    activity: times(chance.below(3), (nth) => ({ detail: { code: { text: `Step ${nth}` } } })),
  })),
  ...times(4, (at) => ({
    resourceType: 'RiskAssessment',
    id: `r${at}`,
    ...about(chance),
    status: 'final',
    occurrenceDateTime: someDay(chance),
    mitigation: 'Watch',
    prediction: chance
      .some(['suicide', 'neglect', 'violence', 'falls'], 1, 3)
      .map((text) => ({ outcome: { text }, qualitativeRisk: { text: chance.pick(['low', 'high']) } })),
  })),
  ...times(4, (at) => ({
    resourceType: 'Observation',
    id: `s${at}`,
    ...about(chance),
    status: chance.pick(['final', 'amended', 'entered-in-error']),
    code: concept('44261-6', 'PHQ-9', 'http://loinc.org'),
    effectiveDateTime: someDay(chance),
    ...(chance.chance(0.5) ? { valueInteger: chance.below(27) } : { valueString: `${chance.below(27)}` }),
  })),
];

/** Records of patients of every kind, some taken back, as a bundle and as bulk export. */
export const fhirExport: ExportKind = {
  agency: 'mental-health',
  make(chance) {
    const people = [
      ...times(6, (at) => ({
        resourceType: 'Patient',
        id: `p${at}`,
        name: [{ given: [`Gi${'abcdef'[at] ?? ''}`], family: `Fam${'klmnop'[at] ?? ''}e` }],
        birthDate: someDay(chance, 2008),
        ...(at === 5 ? { deceasedDateTime: '2021-04-01' } : {}),
      })),
      ...times(2, (at) => ({
        resourceType: 'Practitioner',
        id: `d${at}`,
        name: [{ prefix: ['Dr.'], given: ['Q'], family: `Doc${at}` }],
      })),
      { resourceType: 'Organization', id: 'o', name: 'The clinic', telecom: [{ system: 'phone', value: '555-0100' }] },
    ];
    const records = [...conditions(chance), ...encounters(chance), ...others(chance)].map((each) => ({
      ...each,
      ...stamped,
    }));
    const repeated = chance.some(records, 1, 4);
    const lines = (...types: string[]): string =>
      records.flatMap((each) => (types.includes(each.resourceType) ? JSON.stringify(each) : [])).join('\r\n');
    const entry = [...people, ...records, ...repeated].map((resource) => ({ resource }));
    return [
      {
        name: 'some.json',
        text: JSON.stringify({ resourceType: 'Bundle', type: 'collection', timestamp: '2021-05-01T00:00:00Z', entry }),
      },
      { name: 'Condition.ndjson', text: `${lines('Condition')}\n` },
      { name: 'Other.ndjson', text: lines('CarePlan', 'RiskAssessment', 'Observation') },
    ];
  },
  said: (files) =>
    plainFhir(
      files.map(({ text }) => text),
      { withCategories: (code) => (sensitive[code] === undefined ? [] : [sensitive[code]]) },
    ),
  kept: ['providers', 'services', 'conditions', 'encounters', 'care_plans', 'risk_assessments', 'scores'],
};
