import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readCin } from '../../../load/cin/read-cin.ts';
import { readFactor } from '../../../load/cin/codes.ts';
import { isUpn } from '../../../load/cin/upn.ts';
import { Counter } from '../../../load/account.ts';
import { readDate, readDay, readInstant } from '../../../load/dates.ts';
import { codeOf } from '../../../load/ed-fi/descriptor.ts';
import { readEntries } from '../../../load/fhir/read-entries.ts';
import { readFhir } from '../../../load/fhir/read-fhir.ts';
import type { SourceItem } from '../../../load/source-item.ts';
import { readXml } from '../../../load/xml/read-xml.ts';
import { fileAt } from '../../../load/input/file-at.ts';
import { formats } from '../../../load/formats.ts';
import { loadingAgencyNamed } from '../../../cli/loading-agency.ts';
import { collect, temporaryFile, writeTemporary } from './write-file.ts';

const anything = { format: 'anything', isRoot: () => true, isUnit: (path: readonly string[]) => path.length === 2 };
const readAll = (text: string | Uint8Array) => collect(readXml(temporaryFile(text), anything));

describe('the XML reader', () => {
  it('gives units one by one, names without prefixes, text and CDATA together', async () => {
    const [one, two] = await readAll('<r xmlns:p="urn:p"><p:a p:id="1"> x <b>y</b></p:a>\n<a><![CDATA[<z>]]></a></r>');
    expect(one).toMatchObject({ name: 'a', line: 1, text: 'x', children: [{ name: 'b', text: 'y' }] });
    expect(one?.attributes.get('id')).toBe('1');
    expect(two).toMatchObject({ line: 2, text: '<z>' });
  });

  it('reads characters that lie across two pieces of the file', async () => {
    const [element] = await readAll(`<r><a>${'é'.repeat(100_000)}</a></r>`);
    expect(element?.text).toBe('é'.repeat(100_000));
  });

  it.each([
    ['<r><a></b></r>', /^line 1, column \d+: not well-formed/],
    ['<r>\n<a x="secret" x="secret"/></r>', /^line 2, column \d+: not well-formed/],
    ['<r><a>&secret;</a></r>', /not well-formed/],
    ['<r><a>', /not well-formed/],
    ['', /not well-formed/],
    ['<!DOCTYPE r [<!ENTITY a "aa">]><r/>', /^line 1, column \d+: a document type is not read/],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><r/>', /only UTF-8 is read/],
    [`<r>${'<a>'.repeat(200)}`, /deeper than 100 elements/],
    [Buffer.from([0x3c, 0x72, 0x3e, 0xff, 0xfe]), /the file is not UTF-8/],
  ])('refuses %s, and quotes nothing of it', async (text, reason) => {
    const refused = await readAll(text).catch((error: Error) => error.message);
    expect(refused).toMatch(reason);
    expect(refused).not.toContain('secret');
  });
});

describe('the FHIR reader', () => {
  const bundle = (...resources: object[]): string =>
    JSON.stringify({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) });
  const read = (...resources: object[]) => collect(readFhir(temporaryFile(bundle(...resources), 'json')));
  const about = { id: '1', subject: { reference: 'Patient/p' } };
  const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });

  it.each([
    ['{"resourceType":"Bundle",\n"entry":[{"a":1,,}]}', 'line 2, column 17: not well-formed JSON'],
    ['{"resourceType":"Bundle","entry":[{"a":1}', 'not well-formed JSON'],
    ['{"entry":[]} x', 'not well-formed JSON'],
    ['[]', 'not a FHIR bundle or resource'],
  ])('refuses %s', async (text, reason) => {
    await expect(collect(readEntries(temporaryFile(text, 'json')))).rejects.toThrow(reason);
  });

  it('reads a total that is an integer, a quantity or a text, and skips one that is no whole number', async () => {
    const score = (value: object) => ({ ...about, resourceType: 'Observation', code: loinc('44261-6'), ...value });
    const items = await read(
      score({ valueInteger: 12 }),
      score({ valueQuantity: { value: 12 } }),
      score({ valueString: '12' }),
      score({ valueString: 'twelve' }),
    );
    expect(items.map(({ fate }) => (typeof fate === 'object' && 'record' in fate ? fate.record : fate))).toMatchObject([
      { said: { instrument: 'PHQ_9', total: 12 } },
      { said: { total: 12 } },
      { said: { total: 12 } },
      { of: 'takenBack', why: 'its total is no whole number', isSuperseded: true },
    ]);
  });

  it('turns security labels into record categories: one nobody knows withholds, for nobody may have its category', async () => {
    const labelled = (code: string) => ({
      ...about,
      resourceType: 'Condition',
      code: { text: 'x' },
      meta: { security: [{ code }] },
    });
    const items = await read(labelled('PSY'), labelled('R'), labelled('XYZ'));
    const categories = items.map(({ fate }) =>
      typeof fate === 'object' && 'record' in fate && fate.record.of === 'conditions'
        ? fate.record.said.categories
        : fate,
    );
    expect(categories).toEqual([
      ['sensitivity.psychiatry'],
      // Nobody has classified `x`, and `R` says nothing of it.
      ['sensitivity.unclassified'],
      ['security-label.XYZ'],
    ]);
  });

  it('skips what is entered in error, refuted, did not happen, or has a label its record cannot carry', async () => {
    const items = await read(
      {
        ...about,
        resourceType: 'Condition',
        verificationStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }],
        },
      },
      { ...about, resourceType: 'Encounter', status: 'cancelled' },
      { ...about, resourceType: 'RiskAssessment', meta: { security: [{ code: 'ETH' }] } },
      { resourceType: 'Condition', id: '2' },
      { resourceType: 'Condition', subject: { reference: 'Patient/p' } },
    );
    const takenBack = (sourceId: string, tables: readonly string[], why: string, more: object = {}) => ({
      record: { of: 'takenBack', sourceId, tables, why, ...more },
    });
    expect(items.map(({ fate }) => fate)).toEqual([
      takenBack('Condition/1', ['conditions'], 'refuted: taken back'),
      takenBack('Encounter/1', ['encounters'], 'did not take place: taken back'),
      takenBack('RiskAssessment/1', ['riskAssessments'], 'carries a security label that this record cannot carry'),
      takenBack('Condition/2', ['conditions'], 'names no patient', { isSuperseded: true }),
      { skipped: 'has no id' },
    ]);
  });

  it('does not read identifiers, and counts them as not mapped', async () => {
    const [item] = await read({ resourceType: 'Patient', id: 'p', identifier: [{ value: '999-12-3456' }] });
    expect(item?.unmappedFields).toEqual(['identifier.value']);
    expect(JSON.stringify(item)).not.toContain('999');
  });
});

describe('the census reader', () => {
  const census = (inside: string): string =>
    `<Message><Children><Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>
     <CINdetails><CINreferralDate>2020-01-01</CINreferralDate>${inside}</CINdetails></Child></Children></Message>`;
  const fateOf = async (element: string, inside: string): Promise<SourceItem<unknown>['fate'] | undefined> =>
    (await collect(readCin(temporaryFile(census(inside))))).find(({ parts }) => parts[0].element === element)?.fate;

  it('skips an assessment that starts after its end', async () => {
    const assessment = `<Assessments><AssessmentActualStartDate>2020-03-01</AssessmentActualStartDate>
      <AssessmentAuthorisationDate>2020-02-01</AssessmentAuthorisationDate></Assessments>`;
    expect(await fateOf('Assessments', assessment)).toEqual({ skipped: 'ends before it starts' });
  });

  it('keeps what an assessment says of adults apart from what it says of the child', async () => {
    const assessment = `<Assessments><AssessmentActualStartDate>2020-03-01</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>
      <AssessmentFactors>2A</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>`;
    expect(await fateOf('Assessments', assessment)).toMatchObject({
      record: { said: { factors: ['Drug misuse'] }, familyNote: { text: 'Drug misuse: parent or carer' } },
    });
    expect(readFactor('15A')).toEqual({ text: 'Self-harm', ofAdult: false });
  });

  it('refuses the census of something else', async () => {
    const other =
      '<Message><Header><CollectionDetails><Collection>SSDA903</Collection></CollectionDetails></Header></Message>';
    await expect(collect(readCin(temporaryFile(other)))).rejects.toThrow('its header names another collection');
  });

  it('knows a right check letter from a wrong one', () => {
    expect(isUpn('A123456789123')).toBe(false);
    expect(isUpn('H801200001001')).toBe(true);
    expect(isUpn('X98765432123B')).toBe(false);
  });
});

describe('dates, descriptors, and the account', () => {
  it('reads days and instants that exist, and nothing else', () => {
    expect(readDate('2022-02-29')).toBeUndefined();
    expect(readDate('2022-02-28')).toBe('2022-02-28');
    expect(readInstant('2022-02-28T10:00:00+01:00')).toBe('2022-02-28T09:00:00.000Z');
    expect(readInstant('2016-02-19T10:00:00')).toBe('2016-02-19T15:00:00.000Z');
    expect(readInstant('2016-07-19T10:00:00')).toBe('2016-07-19T14:00:00.000Z');
    expect(readInstant('2022-02-30T10:00:00Z')).toBeUndefined();
    expect(readDay('2022-02-28T10:00:00Z')).toBe('2022-02-28');
  });

  it('reads a descriptor by its code', () => {
    expect(codeOf('uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence')).toBe('Excused Absence');
    expect(codeOf('Tardy')).toBe('Tardy');
    expect(codeOf('uri://ed-fi.org/BehaviorDescriptor#')).toBeUndefined();
    expect(codeOf(undefined)).toBeUndefined();
  });

  it('does not close an account that does not add up', () => {
    const counter = new Counter();
    counter.read([{ element: 'Student', place: 'line 1' }]);
    expect(() => counter.close()).toThrow('the account of Student does not add up: 1 read, 0 accounted for');
  });

  it('takes on the command line the agencies that there are formats for, and names them to whoever names another', async () => {
    for (const agency of Object.keys(formats)) expect(await loadingAgencyNamed(agency)).toBe(agency);
    await expect(loadingAgencyNamed('youth-shelter')).rejects.toMatchObject({
      exitCode: 2,
      fix: `It knows some for ${Object.keys(formats).join(', ')}.`,
    });
  });
});

describe('what a file comes in', () => {
  const patients = (...ids: readonly string[]): string =>
    ids.map((id) => JSON.stringify({ resourceType: 'Patient', id })).join('\n');
  const placesIn = async (path: string): Promise<string[]> =>
    (await collect(readEntries(fileAt(path)))).map(({ place }) => place);

  it('NDJSON, a line a resource, with its line; gzip is read through', async () => {
    expect(await placesIn(writeTemporary(`${patients('1', '2')}\n\n${patients('3')}\n`))).toEqual([
      'line 1',
      'line 2',
      'line 4',
    ]);
    expect(await placesIn(writeTemporary(gzipSync(patients('1', '2'))))).toEqual(['line 1', 'line 2']);
  });

  it('NDJSON with a bad line is refused by its number', async () => {
    await expect(placesIn(writeTemporary(`${patients('1', '2')}\n{"resourceType"`))).rejects.toThrow(/^line 3/);
  });

  it('gzip that is cut off, or that grows without measure, is refused', async () => {
    const whole = gzipSync(patients('1', '2', '3'));
    await expect(placesIn(writeTemporary(whole.subarray(0, -12)))).rejects.toThrow('damaged or cut off');
    await expect(placesIn(writeTemporary(gzipSync(' '.repeat(6_000_000))))).rejects.toThrow('grows without measure');
  });

  it('a Latin-1 file is refused with its line', async () => {
    const text = Buffer.from(`<r>\n<a/>\n<b>Ren\u00e9e</b></r>`, 'latin1');
    await expect(readAll(text)).rejects.toThrow(/^line 3, column 0: the file is not UTF-8/);
  });
});
