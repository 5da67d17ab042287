import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { csv, segment, zip } from './fixtures.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder as folder, writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
beforeEach(() => room.empty());
afterAll(() => room.close());

async function rows(agency: Parameters<Room['everything']>[0], sql: string): Promise<unknown[]> {
  return (await room.databases[agency].query(sql)).rows;
}

const involved = (): string[] => room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`).sort();

const orgs = csv(
  ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
  ['s1', '', '', 'Elm School', 'school', '', 'd1'],
  ['d1', '', '', 'District', 'district', '', ''],
);
const demographics = csv(
  ['sourcedId', 'status', 'dateLastModified', 'birthDate', 'sex'],
  ['u1', '', '', '2012-05-06', 'female'],
  ['u2', '', '', '06/05/2012', 'male'],
  ['t1', '', '', '1980-01-01', 'male'],
);
const manifest = (version: string): string =>
  csv(['propertyName', 'value'], ['manifest.version', '1.0'], ['oneroster.version', version], ['file.users', 'bulk']);

function roster11(u1: { readonly status?: string; readonly org?: string; readonly end?: string } = {}) {
  return {
    'manifest.csv': manifest('1.1'),
    'orgs.csv': orgs,
    'users.csv': csv(
      [
        'sourcedId',
        'status',
        'enabledUser',
        'orgSourcedIds',
        'role',
        'username',
        'givenName',
        'familyName',
        'identifier',
        'grades',
      ],
      ['u1', u1.status ?? '', 'true', u1.org ?? 's1', 'student', 'zoe', 'Zoé', 'Marsh, Jr', 'P-1', '03'],
      ['u2', '', 'true', 's1,s9', 'student', 'ben', 'Ben', 'Ash', 'P-2', 'KG'],
      ['t1', '', 'true', 's1', 'teacher', 'tom', 'Tom', 'Hill', '', ''],
    ),
    'demographics.csv': demographics,
    'enrollments.csv': csv(
      [
        'sourcedId',
        'status',
        'classSourcedId',
        'schoolSourcedId',
        'userSourcedId',
        'role',
        'primary',
        'beginDate',
        'endDate',
      ],
      ['e1', '', 'c1', 's1', 'u1', 'student', '', '2021-09-01', u1.end ?? ''],
      ['e2', '', 'c2', 's1', 'u1', 'student', '', '2021-09-01', u1.end ?? ''],
      ['e3', '', 'c1', 's1', 't1', 'teacher', 'true', '', ''],
    ),
    'classes.csv': csv(['sourcedId', 'title'], ['c1', 'Maths']),
  };
}

const enrolments = `select e.source_id as id, s.name as school, e.grade, e.entry_on::text as "from", e.exit_on::text as "to"
  from enrolments e left join schools s on s.id = e.school order by 1`;

describe('OneRoster 1.1, a folder of CSV files', () => {
  it('its files are read as one: who is a student, when born, where', async () => {
    const { files } = await room.load('education', [folder(roster11())]);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ outcome: 'loaded', file: expect.stringMatching(/^\d+ \(6 files\)$/) });
    expect(files[0]?.elements).toMatchObject({
      users: { read: 3, loaded: 2, unmapped: 1 },
      demographics: {
        read: 3,
        loaded: 2,
        unmapped: 1,
        unreadable: { 'birthDate: 99/99/9999': { count: 1, places: ['demographics, line 3'] } },
      },
      enrollments: { read: 3, loaded: 2, unmapped: 1 },
      orgs: { read: 2, loaded: 1, unmapped: 1 },
      classes: { read: 1, unmapped: 1 },
    });
    expect(await rows('education', enrolments)).toEqual([
      { id: 'user/u1/s1', school: 'Elm School', grade: '3', from: null, to: null },
      { id: 'user/u2/s1', school: 'Elm School', grade: 'SK', from: null, to: null },
      { id: 'user/u2/s9', school: null, grade: 'SK', from: null, to: null },
    ]);
    expect(
      await rows(
        'identity',
        `select given_name as given, family_name as family, birth_date::text as born from children order by 1`,
      ),
    ).toEqual([
      { given: 'Ben', family: 'Ash', born: null },
      { given: 'Zoé', family: 'Marsh, Jr', born: '2012-05-06' },
    ]);
    expect(involved()).toEqual(['education enrolment', 'education enrolment']);
  });

  it('given as an archive, as an archive with a folder, gzipped or file by file, in any order, it is the same', async () => {
    const files = roster11();
    const path = folder(files);
    await room.load('education', [path]);
    const before = [
      await room.everything('education'),
      (await room.everything('identity')).replaceAll(/\b[a-z2-7]{26}\b/g, 'id'),
    ];
    const packed = writeTemporary(zip(files), 'zip');
    const nested = writeTemporary(
      zip(Object.fromEntries(Object.entries(files).map(([name, text]) => [`roster/${name}`, text]))),
      'zip',
    );
    const gzipped = folder(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.gz`, gzipSync(text)])),
    );
    const single = Object.keys(files).map((name) => join(path, name));
    for (const given of [[packed], [nested], [gzipped], single, [...single].reverse()]) {
      const { files: accounts } = await room.load('education', given);
      expect(accounts.map(({ outcome }) => outcome)).toEqual(['loaded']);
      expect([
        await room.everything('education'),
        (await room.everything('identity')).replaceAll(/\b[a-z2-7]{26}\b/g, 'id'),
      ]).toEqual(before);
    }
  });

  it('a student whom the source deletes, or who has gone to another school, is there no longer', async () => {
    await room.load('education', [folder(roster11())]);
    await room.load('education', [folder(roster11({ org: 's9' }))]);
    expect(await rows('education', enrolments)).toMatchObject([
      { id: 'user/u1/s9' },
      { id: 'user/u2/s1' },
      { id: 'user/u2/s9' },
    ]);
    const { files } = await room.load('education', [folder(roster11({ status: 'tobedeleted' }))]);
    expect(files[0]?.elements['users']).toMatchObject({
      takenBack: 1,
      skipped: { 'deleted by its source: taken back': { count: 1 } },
    });
    expect(await rows('education', enrolments)).toMatchObject([{ id: 'user/u2/s1' }, { id: 'user/u2/s9' }]);
    expect(involved()).toEqual(['education enrolment']);
  });

  it('once every class at the school has ended, so has the enrolment, and the involvement with it', async () => {
    await room.load('education', [folder(roster11())]);
    await room.load('education', [folder(roster11({ end: '2022-02-28' }))]);
    expect(await rows('education', enrolments)).toMatchObject([{ id: 'user/u1/s1', to: '2022-02-28' }, {}, {}]);
    expect(involved()).toEqual(['education enrolment']);
  });

  it.each([
    ['1.0', 'a roster of another version'],
    ['2.0', 'a roster of another version'],
  ])('version %s is refused by name', async (version, reason) => {
    const { files } = await room.load('education', [folder({ ...roster11(), 'manifest.csv': manifest(version) })]);
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining(reason) });
  });

  it('is loaded whole or not at all: one file cut in the middle of a line refuses them all', async () => {
    const files = roster11();
    const cut = { ...files, 'enrollments.csv': files['enrollments.csv'].slice(0, -30) };
    const { files: accounts } = await room.load('education', [folder(cut)]);
    expect(accounts[0]).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/^line \d, column 0: enrollments\.csv: not well-formed CSV/),
    });
    expect((await room.everything('education')).trim()).toBe('');
    expect((await room.everything('identity')).trim()).toBe('');
  });
});

describe('OneRoster 1.2', () => {
  it('says who is a student, where and from when, in roles.csv', async () => {
    const { files } = await room.load('education', [
      folder({
        'manifest.csv': manifest('1.2'),
        'orgs.csv': orgs,
        'users.csv': csv(
          ['sourcedId', 'status', 'enabledUser', 'givenName', 'familyName', 'grades', 'primaryOrgSourcedId'],
          ['u1', '', 'true', 'Zoé', 'Marsh', '11', ''],
          ['t1', '', 'true', 'Tom', 'Hill', '', ''],
        ),
        'roles.csv': csv(
          ['sourcedId', 'status', 'userSourcedId', 'roleType', 'role', 'beginDate', 'endDate', 'orgSourcedId'],
          ['r1', '', 'u1', 'primary', 'student', '2021-09-01', '2022-06-30', 's1'],
          ['r2', '', 't1', 'primary', 'teacher', '2021-09-01', '', 's1'],
        ),
        'demographics.csv': demographics,
      }),
    ]);
    expect(files[0]?.elements).toMatchObject({ users: { loaded: 1, unmapped: 1 }, roles: { loaded: 1, unmapped: 1 } });
    expect(await rows('education', enrolments)).toEqual([
      { id: 'role/u1/r1', school: 'Elm School', grade: '11', from: '2021-09-01', to: '2022-06-30' },
    ]);
    expect(involved()).toEqual(['education enrolment']);
  });
});

describe('SSDA903', () => {
  const header = csv(
    ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
    ['7', '2', '04/03/2012', 'WBRI', '', '', ''],
  );
  const episodes = (end: string): string =>
    csv(
      [
        'CHILD',
        'DECOM',
        'RNE',
        'LS',
        'CIN',
        'PLACE',
        'PLACE_PROVIDER',
        'DEC',
        'REC',
        'REASON_PLACE_CHANGE',
        'HOME_POST',
        'PL_POST',
        'URN',
      ],
      ['7', '01/02/2020', 'S', 'V2', 'N1', 'U4', 'PR1', '10/03/2021', 'X1', '', 'AB1', 'AB2', ''],
      ['7', '10/03/2021', 'B', 'C2', 'N1', 'K2', 'PR1', end, end === '' ? '' : 'E4A', '', 'AB1', 'AB2', ''],
      ['7', '01/05/2019', 'S', 'V2', 'N1', 'P1', 'PR0', '30/05/2019', 'E4A', '', '', '', ''],
    );
  const xml = `<?xml version="1.0"?><EXPSSDA903><CHILD><HEADER><CHILDID>7</CHILDID><SEX>2</SEX><DOB>04/03/2012</DOB></HEADER>
    <EPISODE><DECOM>01/02/2020</DECOM><RNE>S</RNE><LS>V2</LS><CIN>N1</CIN><PL>U4</PL><DEC>10/03/2021</DEC></EPISODE>
    <EPISODE><DECOM>10/03/2021</DECOM><RNE>B</RNE><LS>C2</LS><CIN>N1</CIN><PL>K2</PL></EPISODE>
    <EPISODE><DECOM>01/05/2019</DECOM><RNE>S</RNE><LS>V2</LS><PL>P1</PL><DEC>30/05/2019</DEC></EPISODE></CHILD></EXPSSDA903>`;
  const placements = `select source_id as id, "from"::text, "to"::text, setting from placements order by 1`;
  const inCare = `select status, opened_on::text as "from", closed_on::text as "to", legal_status as status2, legal_status_since::text as since from files`;

  it('as CSV tables and as XML it says the same: placements, the open file, and its legal status', async () => {
    for (const given of [
      folder({ 'Header 2021.csv': header, 'Episodes_2021.csv': episodes('') }),
      writeTemporary(xml),
    ]) {
      await room.empty();
      const { files } = await room.load('child-protection', [given], { source: '201' });
      expect(files[0]?.outcome).toBe('loaded');
      expect(await rows('child-protection', placements)).toEqual([
        { id: '7/2020-02-01', from: '2020-02-01', to: '2021-03-10', setting: 'FOSTER' },
        { id: '7/2021-03-10', from: '2021-03-10', to: null, setting: 'GROUP' },
      ]);
      expect(await rows('child-protection', inCare)).toEqual([
        { status: 'OPEN', from: '2020-02-01', to: null, status2: 'EXTENDED_CARE', since: '2021-03-10' },
      ]);
      expect(await rows('identity', 'select birth_date::text as born from children')).toEqual([{ born: '2012-03-04' }]);
      expect(involved()).toEqual(['child-protection ongoing-service']);
    }
  });

  it('a child who is looked after no longer has a closed file, and the involvement closes', async () => {
    await room.load('child-protection', [folder({ 'h.csv': header, 'e.csv': episodes('') })], { source: '201' });
    await room.load('child-protection', [folder({ 'h.csv': header, 'e.csv': episodes('01/02/2022') })], {
      source: '201',
    });
    expect(await rows('child-protection', inCare)).toMatchObject([
      { status: 'CLOSED', to: '2022-02-01', status2: null },
    ]);
    expect(involved()).toEqual([]);
  });

  it('is refused without --source: its numbers are an authority’s, and with it they are those of the same authority’s census', async () => {
    const given = folder({ 'h.csv': header, 'e.csv': episodes('') });
    const { files } = await room.load('child-protection', [given]);
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('--source') });
    const census =
      writeTemporary(`<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails><Source><LEA>201</LEA></Source></Header>
      <Children><Child><ChildIdentifiers><LAchildID>7</LAchildID><PersonBirthDate>2012-03-04</PersonBirthDate><Sex>F</Sex></ChildIdentifiers>
      <CINdetails><CINreferralDate>2020-01-01</CINreferralDate></CINdetails></Child></Children></Message>`);
    await room.load('child-protection', [census]);
    await room.load('child-protection', [given], { source: '201' });
    expect(await rows('identity', 'select 1 from children')).toHaveLength(1);
    // One agency's work with one child is one involvement, whichever return says it, and the stronger one.
    expect(involved()).toEqual(['child-protection ongoing-service']);
  });

  it('two returns in one folder are refused: which episode is of which could not be told', async () => {
    const { files } = await room.load(
      'child-protection',
      [folder({ 'a.csv': header, 'b.csv': header, 'e.csv': episodes('') })],
      { source: '201' },
    );
    expect(files[0]).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('the table Header') });
  });
});

describe('the NIBRS flat file', () => {
  const head = { 6: 'I', 7: '012022', 17: 'ORI123456', 26: '77' };
  const incident = (action = 'I'): string => segment(1, 87, { ...head, 6: action, 38: '20220110', 47: '23', 49: 'N' });
  const report = [
    incident(),
    segment(2, 71, { ...head, 38: '13B' }),
    segment(3, 307, { ...head, 38: '7' }),
    segment(4, 141, { ...head, 38: '001', 41: '13B', 71: 'I', 72: '09', 76: 'F', 90: '01PA' }),
    segment(4, 141, { ...head, 38: '002', 71: 'S' }),
    segment(5, 46, { ...head, 38: '01', 40: '3540' }),
  ].join('\r\n');
  const arrest = segment(7, 66, {
    6: 'A',
    17: 'ORI123456',
    26: 'A9',
    38: '01',
    40: '20220112',
    49: '90D',
    58: '17',
    66: 'H',
  });

  it('says who was in an incident, of what age, and how close', async () => {
    const { files } = await room.load('police', [writeTemporary(`${report}\r\n${arrest}\r\n`, 'txt')]);
    expect(files[0]?.elements).toMatchObject({
      Administrative: { read: 1, loaded: 1 },
      Offense: { loaded: 1 },
      Property: { unmapped: 1 },
      Victim: { read: 2, loaded: 1, unmapped: 1 },
      Offender: { loaded: 1 },
      GroupBArrest: { loaded: 1 },
    });
    expect(
      await rows(
        'police',
        `select source_id as id, clearance, violation, categories, occurred_at is not null as dated from incidents order by 1`,
      ),
    ).toEqual([
      { id: 'ORI123456/77', clearance: 'OPEN', violation: '13B', categories: ['sensitivity.violence'], dated: true },
      {
        id: 'ORI123456/arrest/A9',
        clearance: 'CLEARED_BY_CHARGE',
        violation: '90D',
        categories: ['sensitivity.substance-use'],
        dated: true,
      },
    ]);
    expect(
      await rows(
        'police',
        `select source_id as id, role, adult, relationship, disposition from incident_persons order by 1`,
      ),
    ).toEqual([
      { id: 'ORI123456/77/Subject1', role: 'SUBJECT', adult: true, relationship: null, disposition: null },
      { id: 'ORI123456/77/Victim1', role: 'VICTIM', adult: false, relationship: 'PA', disposition: null },
      {
        id: 'ORI123456/arrest/A9/Arrestee1',
        role: 'ACCUSED',
        adult: false,
        relationship: null,
        disposition: 'EXTRAJUDICIAL_MEASURE',
      },
    ]);
  });

  it('a deletion takes the incident back', async () => {
    await room.load('police', [writeTemporary(report, 'txt')], { exportedAt: '2022-02-01T00:00:00Z' });
    await room.load('police', [writeTemporary(incident('D'), 'txt')], { exportedAt: '2022-02-02T00:00:00Z' });
    expect(await rows('police', 'select 1 from incidents union all select 1 from incident_persons')).toEqual([]);
  });

  it('a file that is cut off, or is something else, is refused with its line and leaves nothing', async () => {
    const { files } = await room.load('police', [
      writeTemporary(`${report}\n${arrest}`.slice(0, -9), 'txt'),
      writeTemporary('0087X nonsense', 'txt'),
    ]);
    expect(files.map(({ outcome, reason }) => [outcome, reason?.slice(0, 40)])).toEqual([
      ['refused', 'line 7, column 0: shorter than its first'],
      ['refused', expect.stringContaining('line 1')],
    ]);
    expect((await room.everything('police')).trim()).toBe('');
  });
});

describe('what another agency’s format is', () => {
  it('files of two formats of one agency can be given together, each read as what it is', async () => {
    const edFi =
      writeTemporary(`<InterchangeStudent xmlns="http://ed-fi.org/6.0.0"><Student><StudentUniqueId>9</StudentUniqueId>
      <Name><FirstName>Ida</FirstName><LastSurname>Rowe</LastSurname></Name></Student></InterchangeStudent>`);
    const { files, load } = await room.load('education', [folder(roster11()), edFi]);
    expect(files.map(({ outcome }) => outcome)).toEqual(['loaded', 'loaded']);
    expect(await rows('education', `select format from loads where id = '${load ?? ''}'`)).toEqual([
      { format: expect.stringMatching(/OneRoster.*Ed-Fi|Ed-Fi.*OneRoster/) },
    ]);
  });
});
