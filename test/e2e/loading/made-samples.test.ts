import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { networkIdOfLabel } from '../../../load/link/network-label.ts';
import type { LoadResult } from '../../../load/load-files.ts';
import { csv } from './fixtures.ts';
import { nibrsSubmission } from './nibrs-submission.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder } from './write-file.ts';

/**
 * What the public samples show, over files of our own, so that a plain clone shows it too: ten children whom three agencies know under their own
 * numbers, who disagree on the birth date; one whose referrals are all closed.
 */
const ten = Array.from({ length: 10 }, (_, at) => at + 1);
const label = (at: number): string => `NET-${String(at).padStart(2, '0')}`;
const name = (at: number): readonly [string, string] => [
  `Gi${'abcdefghij'[at - 1] ?? ''}`,
  `Fam${'klmnopqrst'[at - 1] ?? ''}e`,
];
const born = (at: number, agency: number): string => `2012-0${agency}-${String(at).padStart(2, '0')}`;

const health = JSON.stringify({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: ten.flatMap((at) => [
    {
      fullUrl: `urn:uuid:p${at}`,
      resource: {
        resourceType: 'Patient',
        id: `p-${at}`,
        name: [{ use: 'official', given: [name(at)[0]], family: name(at)[1] }],
        birthDate: born(at, 1),
      },
    },
    {
      fullUrl: `urn:uuid:c${at}`,
      resource: {
        resourceType: 'Condition',
        id: `c-${at}`,
        subject: { reference: `urn:uuid:p${at}` },
        code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'F90.0' }] },
      },
    },
  ]),
});
const students = `<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">${ten
  .map(
    (at) =>
      `<Student><StudentUniqueId>${600 + at}</StudentUniqueId><Name><FirstName>${name(at)[0]}</FirstName><LastSurname>${name(at)[1]}</LastSurname></Name><BirthData><BirthDate>${born(at, 2)}</BirthDate></BirthData></Student>`,
  )
  .join('\n')}</InterchangeStudent>`;
const census = `<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children>${ten
  .map(
    (at) =>
      `<Child><ChildIdentifiers><LAchildID>L${at}</LAchildID><PersonBirthDate>${born(at, 3)}</PersonBirthDate></ChildIdentifiers><CINdetails><CINreferralDate>2021-01-10</CINreferralDate>${at === 10 ? '<CINclosureDate>2021-03-01</CINclosureDate>' : ''}</CINdetails></Child>`,
  )
  .join('\n')}</Children></Message>`;
const crosswalk = csv(
  ['network_child', 'fhir_patient_id', 'edfi_student', 'cin_LAchildID'],
  ...ten.map((at) => [label(at), `p-${at}`, `${600 + at}`, `L${at}`]),
);

let room: Room;
let folder: string;
let loaded: LoadResult;
const exports: readonly (readonly [LoadingAgency, string])[] = [
  ['mental-health', 'health.json'],
  ['education', 'students.xml'],
  ['child-protection', 'census.xml'],
  ['police', 'nibrs.xml'],
];
const load = (agency: LoadingAgency, file: string, more = {}) =>
  room.load(agency, [join(folder, file)], { links: join(folder, 'crosswalk.csv'), ...more });

beforeAll(async () => {
  room = await openRoom();
  const nibrs = nibrsSubmission('2021-05-01T00:00:00Z', {
    number: '1',
    on: '2021-04-01',
    offences: ['13B'],
    victims: ['V1'],
  });
  folder = temporaryFolder({
    'health.json': health,
    'students.xml': students,
    'census.xml': census,
    'crosswalk.csv': crosswalk,
    'nibrs.xml': nibrs,
    // A declaration anywhere but at the start, as one of the public samples has it.
    'broken.xml': `\n\n  ${nibrs}`,
  });
  await load('mental-health', 'health.json');
  await load('education', 'students.xml');
  loaded = await load('child-protection', 'census.xml');
  await load('police', 'nibrs.xml');
});
afterAll(() => room.close());

it('a crosswalk makes ten children under ids that follow from their labels, each with three agencies’ numbers', async () => {
  const { rows } = await room.databases.identity.query<{ child: string; numbers: string[] }>(
    `select child, array_agg(agency || ' ' || number order by agency) as numbers from numbers group by child`,
  );
  const found = new Map(rows.map(({ child, numbers }) => [child, numbers]));
  expect(found.size).toBe(10);
  for (const at of ten)
    expect(found.get(networkIdOfLabel(label(at)) ?? '')).toEqual([
      `child-protection L${at}`,
      `education ${600 + at}`,
      `mental-health p-${at}`,
    ]);
  expect(new Set(loaded.review.map(({ reason }) => reason))).toEqual(
    new Set(['sources disagree on the birth date: the first is kept']),
  );
  expect(loaded.review).toHaveLength(10);
});

it('what identity was told first stays, and the birth date is disputed', async () => {
  const child = networkIdOfLabel('NET-01') ?? '';
  const { rows } = await room.databases.identity.query(
    'select given_name, family_name, birth_date::text from children where id = $1',
    [child],
  );
  expect(rows).toEqual([{ given_name: 'Gia', family_name: 'Famke', birth_date: '2012-01-01' }]);
  expect(room.told.disputed.has(child)).toBe(true);
});

it('an agency is involved only where it works with the child now', () => {
  const involved = (of: string): string[] =>
    room.told.involved.filter(({ child }) => child === networkIdOfLabel(of)).map(({ agency }) => agency);
  expect(involved('NET-01')).toEqual(['mental-health', 'education', 'child-protection']);
  expect(involved('NET-10')).toEqual(['mental-health', 'education']);
});

it('police records of nobody are kept, and answered to nobody', async () => {
  const { rows } = await room.databases.police.query('select 1 from incidents');
  expect(rows).toHaveLength(1);
  expect((await room.databases.police.query('select 1 from answerable_incidents')).rows).toEqual([]);
});

it.each(exports)('loaded again, %s is as it was, and counts the same', async (agency, file) => {
  const stand = async () => [await room.everything(agency), await room.everything('identity'), [...room.told.involved]];
  const before = await stand();
  const again = await load(agency, file);
  expect(await stand()).toEqual(before);
  expect(again.files.map(({ outcome }) => outcome)).toEqual(['loaded']);
  const dry = await load(agency, file, { dryRun: true });
  expect(await stand()).toEqual(before);
  expect(dry.files.map(({ elements }) => elements)).toEqual(again.files.map(({ elements }) => elements));
});

it('a file that is not well-formed is refused with line and column, and nothing of it is loaded', async () => {
  const before = await room.everything('police');
  const { files } = await load('police', 'broken.xml');
  expect(files).toMatchObject([
    {
      outcome: 'refused',
      elements: {},
      reason: expect.stringMatching(/^line 3, column \d+: not well-formed/) as unknown,
    },
  ]);
  expect(await room.everything('police')).toBe(before);
});
