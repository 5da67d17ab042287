import { describe, expect, it } from '@jest/globals';
import { classify } from '../../../load/fhir/classify.ts';
import { isClose, sensitivitiesOf } from '../../../load/nibrs/offences.ts';

const snomed = 'http://snomed.info/sct';
const concept = (code: string, system?: string, display?: string) => ({
  coding: [{ code, ...(system ? { system } : {}), ...(display ? { display } : {}) }],
});

describe('a sensitive record is labelled, however it is written', () => {
  it.each([
    ['a block of a hierarchy', concept('F10.23', 'http://hl7.org/fhir/sid/icd-10-cm'), 'sensitivity.substance-use'],
    ['without the point', concept('F1023', 'urn:oid:2.16.840.1.113883.6.90'), 'sensitivity.substance-use'],
    ['a code by its form alone', concept('O03.9'), 'sensitivity.sexual-health'],
    ['SNOMED CT by its OID', concept('19169002', 'urn:oid:2.16.840.1.113883.6.96'), 'sensitivity.sexual-health'],
    ['SNOMED CT under another spelling', concept('397940009', 'SNOMED-CT'), 'sensitivity.violence'],
    [
      'an unknown code by its display',
      concept('999999999', snomed, 'Accidental drug overdose (disorder)'),
      'sensitivity.substance-use',
    ],
    ['words alone', { text: 'Victim of intimate partner abuse' }, 'sensitivity.violence'],
    ['in French', { text: 'Suivi de grossesse' }, 'sensitivity.sexual-health'],
  ])('%s', (_how, given, category) => {
    expect(classify([given]).categories).toEqual([category]);
  });

  it('by the kind of source that it comes from', () => {
    expect(classify([concept('J45')], ['Riverside Prenatal Clinic']).categories).toEqual(['sensitivity.sexual-health']);
  });
});

describe('what nobody has classified is withheld, and listed', () => {
  it('a code in no value set', () => {
    expect(classify([concept('123456789', snomed, 'Something new')])).toEqual({
      categories: ['sensitivity.unclassified'],
      open: ['SNOMED CT 123456789'],
    });
  });

  it('until somebody does', () => {
    const classified = new Map([['123456789', 'ordinary']]);
    expect(classify([concept('123456789', snomed, 'Something new')], [], { classified })).toEqual({
      categories: [],
      open: [],
    });
    const other = new Map([['123456789', 'sensitivity.violence']]);
    expect(classify([concept('123456789', snomed)], [], { classified: other }).categories).toEqual([
      'sensitivity.violence',
    ]);
  });

  it.each([
    concept('J45.9', 'http://hl7.org/fhir/sid/icd-10'),
    concept('195967001', snomed, 'Asthma'),
    { text: 'Otitis media' },
  ])('what is ordinary is not', (given) => expect(classify([given])).toEqual({ categories: [], open: [] }));
});

describe('a police report', () => {
  it.each([
    'Family Member_Stepchild',
    'Boyfriend, Girlfriend',
    'Child of Boyfriend, Girlfriend',
    'Ex, Spouse',
    'Acquaintance; Family Member, Sibling',
    'BG',
  ])('of an assault among people who are close is of violence: %s', (relationship) =>
    expect(sensitivitiesOf(['13B'], isClose(relationship))).toEqual(['sensitivity.violence']),
  );

  it('of a stranger is not, and an offence that is not known is withheld', () => {
    expect(sensitivitiesOf(['13B'], isClose('Stranger'))).toEqual([]);
    expect(sensitivitiesOf(['99Z'], false)).toEqual(['sensitivity.unclassified']);
  });
});
