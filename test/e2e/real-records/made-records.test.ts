import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { loadIntoNetwork } from '../../../load/load-into-network.ts';
import { csv, zip } from '../loading/fixtures.ts';
import { writeTemporary } from '../loading/write-file.ts';
import { worker } from '../network/people.ts';
import { oneAt, readAt } from '../network/read-at.ts';
import { patience, startObservedNetwork, type ObservedNetwork } from '../network/start-observed-network.ts';

const days = ['2022-05-03', '2022-02-11'];
const census = `<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header><Children><Child>
  <ChildIdentifiers><LAchildID>M-1</LAchildID><PersonBirthDate>2012-07-08</PersonBirthDate></ChildIdentifiers>
  <CINdetails><CINreferralDate>2022-01-10</CINreferralDate></CINdetails></Child></Children></Message>`;
const attendance = `<InterchangeStudentAttendance xmlns="http://ed-fi.org/4.0.0">${days
  .map(
    (
      day,
    ) => `<StudentSchoolAttendanceEvent><StudentReference><StudentIdentity><StudentUniqueId>M-2</StudentUniqueId></StudentIdentity></StudentReference>
  <AttendanceEvent><EventDate>${day}</EventDate><AttendanceEventCategory>uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy</AttendanceEventCategory></AttendanceEvent></StudentSchoolAttendanceEvent>`,
  )
  .join('')}</InterchangeStudentAttendance>`;
const roster = zip({
  'orgs.csv': csv(['sourcedId', 'name', 'type'], ['s1', 'Birch School', 'school']),
  'users.csv': csv(
    ['sourcedId', 'role', 'givenName', 'familyName', 'orgSourcedIds', 'grades'],
    ['M-2', 'student', 'Maeve', 'Ó Dálaigh', 's1', '04'],
  ),
  'demographics.csv': csv(['sourcedId', 'birthDate'], ['M-2', '2012-07-08']),
});
const clinic = ['Patient', 'Condition']
  .map((resourceType) =>
    JSON.stringify(
      resourceType === 'Patient'
        ? { resourceType, id: 'M-3', name: [{ given: ['Maeve'], family: 'O DALAIGH' }], birthDate: '2012-07-08' }
        : {
            resourceType,
            id: 'c1',
            subject: { reference: 'Patient/M-3' },
            code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'F90.0' }] },
          },
    ),
  )
  .join('\n');

let network: ObservedNetwork;
beforeAll(async () => {
  network = await startObservedNetwork({ now: '2022-06-15T15:00:00Z', children: 2 });
  const links = writeTemporary(csv(['child', 'number'], ['NET-900', 'M-1'], ['NET-900', 'M-2']), 'csv');
  const load = (
    agency: 'child-protection' | 'education' | 'mental-health',
    text: string | Uint8Array,
    extension: string,
  ) => loadIntoNetwork(network.data, { agency, files: [writeTemporary(text, extension)], links });
  await load('child-protection', census, 'xml');
  await load('education', roster, 'zip');
  await load('education', attendance, 'xml');
  await load('mental-health', clinic, 'ndjson');
}, 2 * patience);
afterAll(() => network.close());

it('a child of exports in four formats is one child on the graph, answered as the files say and no further', async () => {
  const { status, data, errors, trellis } = await network.ask({
    requester: worker('cw-renaud'),
    purpose: 'child-protection-investigation',
    query: `query($number: String!) { childByNumber(number: $number) { name inMentalHealthService
      protection { status } mentalHealth { conditions { display } } education { attendanceEvents(first: 5) { on kind } discipline { behaviour } } } }`,
    variables: { number: 'M-1' },
  });
  expect([status, errors]).toEqual([200, []]);
  const child = oneAt(data, 'childByNumber');
  expect(child).toMatchObject({
    name: 'Maeve Ó Dálaigh',
    inMentalHealthService: true,
    protection: { status: 'OPEN' },
    mentalHealth: { conditions: null },
  });
  expect(readAt(child, 'education.attendanceEvents.on')).toEqual(days);
  expect(readAt(child, 'education.attendanceEvents.kind')).toEqual(['LATE', 'LATE']);
  expect(trellis.withheld.map(({ coordinate }) => coordinate)).toContain('MentalHealthRecord.conditions');
});
