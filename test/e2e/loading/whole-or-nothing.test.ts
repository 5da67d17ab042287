import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import type { LoadResult } from '../../../load/load-files.ts';
import { openRoom, type Room } from './open-room.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';

const census = (referral: string): string => `<Message><Header/><Children><Child>
<ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2012-03-04</PersonBirthDate><GenderCurrent>1</GenderCurrent></ChildIdentifiers>
<CINdetails>${referral}</CINdetails></Child></Children></Message>`;

const countsIn = ({ files }: LoadResult) => files.map(({ elements }) => elements);

describeWithSamples('loading again changes nothing', () => {
  let room: Room;
  let fresh: Room;
  beforeAll(async () => {
    room = await openRoom();
    fresh = await openRoom();
  });
  afterAll(() => Promise.all([room.close(), fresh.close()]));

  it.each([
    ['mental-health', samples.fhir],
    ['education', samples.edFi],
    ['child-protection', samples.cin],
    ['police', samples.nibrs],
  ] as const)('%s', async (agency, folder) => {
    // One file of 1.7 MB says nothing here that its smaller sister does not.
    const files = filesOf(folder).filter((path) => !path.endsWith('StudentSchoolAttendance.xml'));
    const first = await room.load(agency, files, { links: samples.crosswalk });
    const before = [await room.everything(agency), await room.everything('identity'), [...room.told.involved]];
    const again = await room.load(agency, files);
    expect([await room.everything(agency), await room.everything('identity'), [...room.told.involved]]).toEqual(before);
    expect(countsIn(again)).toEqual(countsIn(first));
  });

  it('and a dry run writes nothing at all, but counts the same', async () => {
    const nothing = await fresh.everything('child-protection');
    const dry = await fresh.load('child-protection', filesOf(samples.cin), { dryRun: true });
    expect(await fresh.everything('child-protection')).toBe(nothing);
    expect((await fresh.everything('identity')).trim()).toBe('');
    expect(fresh.told.involved).toEqual([]);
    const wet = await fresh.load('child-protection', filesOf(samples.cin));
    expect(dry.files.map(({ elements }) => elements)).toEqual(wet.files.map(({ elements }) => elements));
    expect(dry.files.every(({ outcome }) => outcome === 'checked')).toBe(true);
  });
});

describeWithSamples('nibrs_GroupAReplace_Sample.xml is not well-formed', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  it('is refused with line and column, and nothing of it is loaded', async () => {
    const before = await room.everything('police');
    const [bad] = filesOf(samples.nibrs).filter((path) => path.endsWith('nibrs_GroupAReplace_Sample.xml'));
    const { files } = await room.load('police', [bad!]);
    expect(files).toEqual([
      {
        file: 'nibrs_GroupAReplace_Sample.xml',
        outcome: 'refused',
        reason: 'line 18, column 6: not well-formed: an XML declaration must be at the start of the document',
        elements: {},
        notes: {},
        children: { linked: 0, known: 0, matched: 0, registered: 0, toReview: 0 },
      },
    ]);
    expect(await room.everything('police')).toBe(before);
  });
});

describe('nothing half loaded', () => {
  let room: Room;
  let directory: string;
  beforeAll(async () => {
    room = await openRoom();
    directory = mkdtempSync(join(tmpdir(), 'trellis-load-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await room.close();
  });
  const file = (name: string, text: string): string => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };

  it('a file that stops in the middle leaves nothing of its beginning', async () => {
    const whole = census('<CINreferralDate>2020-01-01</CINreferralDate>');
    const { files } = await room.load('child-protection', [file('cut.xml', whole.slice(0, -20))]);
    expect(files[0]).toMatchObject({
      outcome: 'refused',
      reason: expect.stringMatching(/^line 3, column \d+: not well-formed/),
    });
    expect((await room.everything('identity')).trim()).toBe('');
  });

  it('a file whose records the database refuses leaves nothing, in identity neither', async () => {
    const agency = room.databases['child-protection'];
    const failing: Database = {
      ...agency,
      transaction: (run) =>
        agency.transaction(async (tx) => {
          await run(tx);
          await tx.query('select 1 / 0');
          throw new Error('not reached');
        }),
    };
    const path = file('refused.xml', census('<CINreferralDate>2020-01-01</CINreferralDate>'));
    const { files } = await room.load('child-protection', [path], {
      databases: { agency: failing, identity: room.databases.identity, register: refusingRegister },
    });
    expect(files[0]).toMatchObject({
      outcome: 'failed',
      reason: 'the database refused a record (SQLSTATE 22012)',
      elements: {},
    });
    expect((await room.everything('identity')).trim()).toBe('');
    expect((await room.everything('child-protection')).trim()).toBe('');
  });

  it('one bad file does not keep the others out', async () => {
    const good = file('good.xml', census('<CINreferralDate>2020-01-01</CINreferralDate>'));
    const { files } = await room.load('child-protection', [
      file('bad.xml', '<Message>'),
      good,
      join(directory, 'none.xml'),
    ]);
    expect(files.map(({ outcome, reason }) => [outcome, reason?.replace(/column \d+/, 'column n')])).toEqual([
      ['refused', expect.stringContaining('not well-formed')],
      ['loaded', undefined],
      ['refused', 'cannot be read (ENOENT)'],
    ]);
  });

  it('a NIBRS report that replaces another leaves none of the people it leaves out, and a deletion takes the incident away', async () => {
    const report = (
      action: string,
      victim: string,
    ): string => `<nibrs:Submission xmlns:nibrs="http://fbi.gov/cjis/nibrs/2019"
      xmlns:s="http://release.niem.gov/niem/structures/3.0/"><nibrs:Report><ReportHeader>
      <NIBRSReportCategoryCode>GROUP A INCIDENT REPORT</NIBRSReportCategoryCode><ReportActionCategoryCode>${action}</ReportActionCategoryCode>
      <ReportingAgency><OrganizationAugmentation><OrganizationORIIdentification><IdentificationID>ORI1</IdentificationID>
      </OrganizationORIIdentification></OrganizationAugmentation></ReportingAgency></ReportHeader>
      <Incident><ActivityIdentification><IdentificationID>77</IdentificationID></ActivityIdentification></Incident>
      <Victim s:id="${victim}"><RoleOfPerson s:ref="P"/></Victim></nibrs:Report></nibrs:Submission>`;
    const persons = async (): Promise<string[]> => {
      const { rows } = await room.databases.police.query<{ id: string }>(
        'select source_id as id from incident_persons',
      );
      return rows.map(({ id }) => id);
    };
    await room.load('police', [file('i.xml', report('I', 'Victim1'))]);
    expect(await persons()).toEqual(['ORI1/77/Victim1']);
    await room.load('police', [file('r.xml', report('R', 'Victim2'))]);
    expect(await persons()).toEqual(['ORI1/77/Victim2']);
    await room.load('police', [file('d.xml', report('D', 'Victim2'))]);
    expect(await persons()).toEqual([]);
    expect((await room.databases.police.query('select 1 from incidents')).rowCount).toBe(0);
  });

  it('a failing register is no fault of the file: it is thrown, and loading again completes it', async () => {
    const path = file(
      'register.xml',
      census('<CINreferralDate>2020-01-01</CINreferralDate>').replace('C1', 'C2').replace('2012', '2013'),
    );
    const databases = {
      agency: room.databases['child-protection'],
      identity: room.databases.identity,
      register: refusingRegister,
    };
    await expect(room.load('child-protection', [path], { databases })).rejects.toThrow('register is closed');
    await room.load('child-protection', [path]);
    expect(room.told.involved.map(({ kind }) => kind)).toContain('investigation');
    expect(readFileSync(path, 'utf8')).toContain('C2');
  });
});

const refuse = () => Promise.reject(new Error('register is closed'));
const refusingRegister = {
  recordBirths: refuse,
  recordWork: refuse,
  undo: refuse,
  settleBirth: refuse,
  decidedAbout: refuse,
  erased: refuse,
};
