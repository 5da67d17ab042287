import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { csv } from './fixtures.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder as folder, writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

async function column(agency: Parameters<Room['everything']>[0], sql: string): Promise<unknown[]> {
  const { rows } = await room.databases[agency].query<{ value: unknown }>(sql);
  return rows.map(({ value }) => value);
}
const involved = (): string[] => room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`).sort();

describe('a census', () => {
  const census = (inside: string, { death = '', from = '2021-01-10' } = {}): string =>
    writeTemporary(`<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails><Source><LEA>201</LEA></Source></Header>
      <Children><Child><ChildIdentifiers><LAchildID>7</LAchildID><PersonBirthDate>2012-03-04</PersonBirthDate>${death}</ChildIdentifiers>
      <CINdetails><CINreferralDate>${from}</CINreferralDate>${inside}</CINdetails></Child></Children></Message>`);
  const assessment = (...factors: readonly string[]): string =>
    `<Assessments><AssessmentActualStartDate>2021-01-12</AssessmentActualStartDate><FactorsIdentifiedAtAssessment>${factors.map((code) => `<AssessmentFactors>${code}</AssessmentFactors>`).join('')}</FactorsIdentifiedAtAssessment></Assessments>`;
  const notes = () => column('child-protection', 'select text as value from family_notes');
  const files = () =>
    column('child-protection', `select status || ' ' || coalesce(closed_on::text, '') as value from files`);
  const died = (day: string) => ({ death: `<PersonDeathDate>${day}</PersonDeathDate>` });

  it('that no longer says something of an adult leaves nothing of it', async () => {
    await room.load('child-protection', [census(assessment('1B', '16A'))]);
    expect(await notes()).toEqual(['Alcohol misuse: parent or carer']);
    await room.load('child-protection', [census(assessment('16A'))]);
    expect(await notes()).toEqual([]);
    await room.load('child-protection', [census(assessment('1B'))]);
    expect(await notes()).toEqual(['Alcohol misuse: parent or carer']);
  });

  it('closes the file of a child who has died, and the involvement', async () => {
    await room.load('child-protection', [census('')]);
    expect(involved()).toEqual(['child-protection investigation']);
    await room.load('child-protection', [census('', died('2021-06-07'))]);
    expect(await files()).toEqual(['CLOSED 2021-06-07']);
    expect(involved()).toEqual([]);
  });

  it('also where the day of death cannot be read; not where a referral comes after it, and that is said', async () => {
    const unread = await room.load('child-protection', [census('', died('07/06/2021'))]);
    expect(await files()).toEqual(['CLOSED ']);
    expect(unread.files[0]?.elements['Child']?.unreadable).toMatchObject({
      'ChildIdentifiers/PersonDeathDate: 99/99/9999': { count: 1 },
    });
    const { files: accounts } = await room.load('child-protection', [census('', died('2020-06-07'))]);
    expect(await files()).toEqual(['OPEN ']);
    expect(Object.keys(accounts[0]?.notes ?? {})).toEqual([
      'a referral comes after the day of death: the day is not used',
    ]);
  });
});

describe('SSDA903', () => {
  const header = csv(['CHILD', 'SEX', 'DOB', 'UPN'], ['7', '2', '04/03/2012', '']);
  const load = (place: string, end = '') =>
    room.load(
      'child-protection',
      [
        folder({
          'h.csv': header,
          'e.csv': csv(['CHILD', 'DECOM', 'RNE', 'LS', 'PLACE', 'DEC'], ['7', '01/02/2020', 'S', 'V2', place, end]),
        }),
      ],
      { source: '201' },
    );
  const placements = () => column('child-protection', 'select setting as value from placements');

  it('that says of an episode that the child lived elsewhere leaves no placement', async () => {
    await load('U4');
    expect(await placements()).toEqual(['FOSTER']);
    await load('P1');
    expect(await placements()).toEqual([]);
    await load('U4');
    expect(await placements()).toEqual(['FOSTER']);
  });

  it('an end that cannot be read is an end: on the day of the export', async () => {
    await load('U4');
    expect(involved()).toEqual(['child-protection ongoing-service']);
    const { files } = await load('U4', '2022-31-01');
    expect(await column('child-protection', `select "to"::text as value from placements`)).toEqual(['2022-03-01']);
    expect(involved()).toEqual([]);
    expect(files[0]?.elements['Episodes']?.unreadable).toMatchObject({ 'DEC: 9999-99-99': { count: 1 } });
  });
});

describe('a file that is of no format of the agency', () => {
  it.each([
    ['education', 'hello', 'txt', 'of no format that is read for education: Ed-Fi; OneRoster, CSV'],
    ['police', 'hello', 'txt', 'of no format that is read for police: NIBRS, XML; NIBRS, flat file'],
    ['education', '{}', 'json', 'of no format'],
    ['child-protection', 'a,b\n1,2\n', 'csv', 'of no format'],
    ['education', '', 'xml', 'the file is empty'],
  ] as const)('%s: %s', async (agency, text, extension, reason) => {
    const { files } = await room.load(agency, [writeTemporary(text, extension)]);
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
  });

  it.each(['http://ed-fi.org/0330', 'http://ed-fi.org/0200', 'http://ed-fi.org/7.0.0'])(
    'an interchange of another version is refused by name: %s',
    async (uri) => {
      const { files } = await room.load('education', [
        writeTemporary(`<InterchangeStudent xmlns="${uri}"><Student/></InterchangeStudent>`),
      ]);
      expect(files[0]?.reason).toContain('Ed-Fi of another version');
      expect(files[0]?.reason).toContain('4.0 to 6.1');
    },
  );
});

describe('Ed-Fi', () => {
  const interchange = (name: string, inside: string): string =>
    writeTemporary(`<Interchange${name} xmlns="http://ed-fi.org/5.2.0">${inside}</Interchange${name}>`);
  const whose =
    '<StudentReference><StudentIdentity><StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference>';
  const school = '<SchoolReference><SchoolIdentity><SchoolId>1</SchoolId></SchoolIdentity></SchoolReference>';
  const student = interchange(
    'Student',
    '<Student><StudentUniqueId>1</StudentUniqueId><Name><FirstName>Ada</FirstName><LastSurname>Byron</LastSurname></Name></Student>',
  );
  const incident = `<DisciplineIncidentReference><DisciplineIncidentIdentity><IncidentIdentifier>I1</IncidentIdentifier>${school}</DisciplineIncidentIdentity></DisciplineIncidentReference>`;
  const discipline = (roles: readonly string[], outsiders = 0): string =>
    interchange(
      'StudentDiscipline',
      `<DisciplineIncident><IncidentIdentifier>I1</IncidentIdentifier><IncidentDate>2021-01-01</IncidentDate>${school}${'<DisciplineIncidentExternalParticipant><DisciplineIncidentParticipationCode>Witness</DisciplineIncidentParticipationCode></DisciplineIncidentExternalParticipant>'.repeat(outsiders)}</DisciplineIncident>
       <StudentDisciplineIncidentBehaviorAssociation>${incident}${whose}<Behavior>Fighting</Behavior>${roles.map((role) => `<DisciplineIncidentParticipationCode>${role}</DisciplineIncidentParticipationCode>`).join('')}</StudentDisciplineIncidentBehaviorAssociation>`,
    );
  const participants = () =>
    column('education', `select (child is null)::text || ' ' || role as value from discipline_participants order by 1`);

  it('that corrects what part somebody had leaves nothing of the part before', async () => {
    await room.load('education', [student, discipline(['Perpetrator'])]);
    expect(await participants()).toEqual(['false PERPETRATOR']);
    await room.load('education', [discipline(['Witness'])]);
    expect(await participants()).toEqual(['false WITNESS']);
  });

  it('keeps every part that somebody had', async () => {
    await room.load('education', [student, discipline(['Witness', 'Perpetrator'])]);
    expect(await participants()).toEqual(['false PERPETRATOR', 'false WITNESS']);
  });

  describe('what was done about somebody, in a file of its own', () => {
    const action = interchange(
      'StudentDiscipline',
      `<DisciplineAction>${whose}<Discipline>Suspension</Discipline><StudentDisciplineIncidentBehaviorAssociationReference><StudentDisciplineIncidentBehaviorAssociationIdentity>${incident}</StudentDisciplineIncidentBehaviorAssociationIdentity></StudentDisciplineIncidentBehaviorAssociationReference></DisciplineAction>`,
    );
    const actions = () => column('education', 'select action as value from discipline_participants order by role');

    it.each(['after', 'before'])('is found %s the incident, in one command', async (when) => {
      const files = [discipline(['Perpetrator']), action];
      await room.load('education', [student, ...(when === 'after' ? files : files.reverse())]);
      expect(await actions()).toEqual(['Suspension']);
    });

    it('and in a later one; and a file that says nothing of it erases nothing', async () => {
      await room.load('education', [student, discipline(['Perpetrator'])]);
      const { files } = await room.load('education', [action]);
      expect(await actions()).toEqual(['Suspension']);
      expect(files[0]).toMatchObject({ outcome: 'loaded', elements: { DisciplineAction: { loaded: 1 } } });
      await room.load('education', [discipline(['Perpetrator'])]);
      expect(await actions()).toEqual(['Suspension']);
      expect(await column('education', 'select id as value from answerable_incidents')).toHaveLength(1);
    });
  });

  it('that names fewer outsiders leaves those whom it names', async () => {
    await room.load('education', [student, discipline(['Perpetrator'], 2)]);
    expect(await participants()).toHaveLength(3);
    await room.load('education', [discipline(['Perpetrator'], 1)]);
    expect(await participants()).toEqual(['false PERPETRATOR', 'true WITNESS']);
    expect(await column('education', 'select id as value from answerable_incidents')).toEqual([]);
    await room.load('education', [discipline(['Perpetrator'])]);
    expect(await column('education', 'select id as value from answerable_incidents')).toHaveLength(1);
  });

  it('an exit that cannot be read is an exit: on the day of the export, and the involvement closes', async () => {
    const enrolment = (exit: string): string =>
      interchange(
        'StudentEnrollment',
        `<StudentSchoolAssociation>${whose}${school}<EntryDate>2021-09-01</EntryDate>${exit}</StudentSchoolAssociation>`,
      );
    await room.load('education', [student, enrolment('')]);
    expect(involved()).toEqual(['education enrolment']);
    const { files } = await room.load('education', [enrolment('<ExitWithdrawDate>02/28/2022</ExitWithdrawDate>')]);
    expect(await column('education', 'select exit_on::text as value from enrolments')).toEqual(['2022-03-01']);
    expect(involved()).toEqual([]);
    expect(files[0]?.elements['StudentSchoolAssociation']?.unreadable).toMatchObject({
      'ExitWithdrawDate: 99/99/9999': { count: 1 },
    });
  });
});
