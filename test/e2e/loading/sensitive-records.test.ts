import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { codeSystems } from '../../../load/value-sets/code-system.ts';
import { classify } from '../../../load/value-sets/classify.ts';
import { isClose, sensitivitiesOf } from '../../../load/nibrs/offences.ts';

const snomed = 'http://snomed.info/sct';
const icd10 = 'http://hl7.org/fhir/sid/icd-10-cm';
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
    ['with accents as a Mac writes them', { text: 'Dépendance'.normalize('NFD') }, 'sensitivity.substance-use'],
    ['with a hyphen', { text: 'Drug-abuse counselling' }, 'sensitivity.substance-use'],
    ['ICD-9 by its URI', concept('305.00', 'http://hl7.org/fhir/sid/icd-9-cm'), 'sensitivity.substance-use'],
    ['ICD-9 by its OID', concept('V25.09', 'urn:oid:2.16.840.1.113883.6.103'), 'sensitivity.sexual-health'],
    ['ICD-9, an external cause', concept('E967.0', 'I9C'), 'sensitivity.violence'],
    ['ICD-9 by its form alone', concept('995.53'), 'sensitivity.violence'],
    ['ICD-11', concept('6C40.2', 'http://id.who.int/icd/release/11/mms'), 'sensitivity.substance-use'],
    ['a code of primary care', concept('W11', 'ICPC-2'), 'sensitivity.sexual-health'],
    ['ICD-10 as HL7 v2 calls it', concept('F1010', 'I10C'), 'sensitivity.substance-use'],
    ['a block with a letter in it', concept('Z3A.12', icd10), 'sensitivity.sexual-health'],
    ['within an ordinary block', concept('Z02.83', icd10), 'sensitivity.substance-use'],
    ['an overdose of an ordinary medicine', concept('T39.1X2A', icd10), 'sensitivity.substance-use'],
    ['the form of a code under a name that nobody knows', concept('F10.1', 'urn:clinic'), 'sensitivity.substance-use'],
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

  it.each([
    ['a block of which a part is sensitive', concept('K29', icd10)],
    ['a block that no set names, whatever its words', concept('Z63.8', icd10, 'Asthma check-up in the family')],
    ['the form of an ordinary code under a name that nobody knows', concept('J45', 'urn:clinic')],
    ['an ordinary word within another', { text: 'Fear of a court hearing this year, division of the household' }],
    ['a coding without a code', { coding: [{ system: icd10 }] }],
    ['another hierarchy, not ours to expand', concept('CA23', 'http://id.who.int/icd/release/11/mms')],
  ])('%s', (_how, given) => expect(classify([given]).categories).toEqual(['sensitivity.unclassified']));

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
    concept('493.90', 'ICD-9-CM'),
    concept('K29.7', icd10),
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

describe('a value set', () => {
  it('of offences has a version and sources, and says of each code one thing', () => {
    const set = JSON.parse(
      readFileSync(new URL('../../../load/value-sets/nibrs-offences.json', import.meta.url), 'utf8'),
    ) as Record<'titles' | 'sources' | 'sensitive' | 'sensitiveWithinFamily', Record<string, readonly string[]>> & {
      version: string;
      ordinary: readonly string[];
    };
    expect(set.version).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(set.sources)).toEqual(['codes', 'titles', 'relationships']);
    const sensitive = Object.values(set.sensitive).flat();
    const known = [...set.ordinary, ...sensitive];
    expect([...new Set(known)].sort()).toEqual([...known].sort());
    for (const code of known) expect(code).toMatch(/^\d\d[\dA-Z]$/);
    for (const code of [...Object.keys(set.titles), ...Object.values(set.sensitiveWithinFamily).flat()])
      expect([code, known.includes(code)]).toEqual([code, true]);
    for (const category of Object.keys({ ...set.sensitive, ...set.sensitiveWithinFamily }))
      expect(vocabulary.bit.has(category)).toBe(true);
  });

  it.each(['substance-use', 'sexual-health', 'violence', 'ordinary'])(
    '%s has a version, and a source for every system in it',
    (name) => {
      const set = JSON.parse(
        readFileSync(new URL(`../../../load/value-sets/${name}.json`, import.meta.url), 'utf8'),
      ) as { version: string; sources: Record<string, string>; codes: Record<string, string[]> };
      expect(set.version).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(Object.keys(set.sources).sort()).toEqual([...Object.keys(set.codes), 'terms'].sort());
      for (const [system, blocks] of Object.entries(set.codes)) {
        expect(codeSystems.has(system)).toBe(true);
        // A block that ends before it starts, or at another depth, would hold nothing, and nobody would see it.
        for (const [from = '', to = from] of blocks.map((block) => block.replaceAll('.', '').split('-')))
          expect([from, to, from.length === to.length && from <= to]).toEqual([from, to, true]);
      }
    },
  );
});
