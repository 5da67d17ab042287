import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { renderAccount } from '../../../load/render-account.ts';
import { isUpn } from '../../../load/cin/upn.ts';
import { openRoom, type Room } from './open-room.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';

/** One test for each trap that SOURCES.md names. */
describeWithSamples('the traps in the public samples', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  async function rows<Row extends object>(agency: keyof Room['databases'], sql: string): Promise<Row[]> {
    return (await room.databases[agency].query<Row>(sql)).rows;
  }

  it('FHIR references are urn:uuid, and are followed by the full URL of what they name', async () => {
    await room.load('mental-health', filesOf(samples.fhir));
    const [orphans] = await rows<{ n: number }>(
      'mental-health',
      'select count(*)::int as n from encounters where child is null',
    );
    expect(orphans?.n).toBe(0);
    const services = await rows<{ provider: string | null; since: string | null }>(
      'mental-health',
      'select p.organization as provider, s.started_on::text as since from services s left join providers p on p.id = s.provider',
    );
    expect(services).toHaveLength(10);
    expect(services.every(({ provider, since }) => provider !== null && since !== null)).toBe(true);
  });

  it('social security, medical record and licence numbers are stored nowhere', async () => {
    const stored = `${await room.everything('mental-health')}\n${await room.everything('identity')}`;
    let canaries = 0;
    for (const path of filesOf(samples.fhir)) {
      const bundle = JSON.parse(readFileSync(path, 'utf8')) as {
        entry: { resource: { resourceType: string; identifier?: { value: string }[] } }[];
      };
      for (const { resource } of bundle.entry) {
        if (resource.resourceType !== 'Patient') continue;
        for (const { value } of resource.identifier ?? []) {
          canaries += 1;
          expect(stored).not.toContain(value);
        }
      }
    }
    expect(canaries).toBeGreaterThan(30);
    expect(stored).not.toMatch(/999-\d\d-\d{4}/);
  });

  it('four children have attention deficit disorder, with care plans; one observation tells of abuse', async () => {
    const [disorder] = await rows<{ n: number }>(
      'mental-health',
      `select count(distinct c.child)::int as n from conditions c join care_plans p on p.child = c.child where c.code = '192127007'`,
    );
    expect(disorder?.n).toBe(4);
    const levels = await rows<{ level: string }>(
      'mental-health',
      `select level from risk_assessments where "of" = 'ABUSE'`,
    );
    expect(levels.some(({ level }) => level.includes('Severe'))).toBe(true);
  });

  it('Ed-Fi: a default namespace, descriptors that are URIs, students without a sex, and no enrolment made up', async () => {
    await room.load('education', filesOf(samples.edFi));
    const kinds = await rows<{ kind: string; n: number }>(
      'education',
      'select kind, count(*)::int as n from attendance_events group by kind order by kind',
    );
    expect(kinds).toEqual([
      { kind: 'EXCUSED_ABSENCE', n: 1077 },
      { kind: 'LATE', n: 66 + 66 },
      { kind: 'OTHER', n: 1 },
      { kind: 'UNEXCUSED_ABSENCE', n: 773 },
    ]);
    expect(await room.everything('education')).not.toMatch(/uri:\/\/|Descriptor/);
    const known = 'select 1 from enrolments where school is not null or entry_on is not null or grade is not null';
    expect(await rows('education', known)).toEqual([]);
  });

  it('the outsiders and reporters that discipline names are stored nowhere, and their incidents answered to nobody', async () => {
    const xml = readFileSync(join(samples.root, samples.edFi, 'StudentDiscipline.xml'), 'utf8');
    const stored = await room.everything('education');
    const names = [...xml.matchAll(/<(?:ReporterName|LastSurname)>([^<]+)</g)].map(([, name]) => name!);
    expect(names.length).toBe(21 + 7);
    for (const name of names) expect(stored).not.toContain(name);
    const open = await rows(
      'education',
      `select 1 from answerable_incidents i join discipline_participants p on p.incident = i.id where p.child is null`,
    );
    expect(open).toEqual([]);
  });

  it('NIBRS: ages are numbers, ranges or words; only a number or a range says that somebody is an adult', async () => {
    await room.load('police', [...filesOf(samples.nibrs), ...filesOf(samples.nibrsToolkit)]);
    const persons = await rows<{ person: string; adult: boolean }>(
      'police',
      `select source_id as person, adult from incident_persons where source_id like 'WVNDX0100/000054236732/%' order by 1`,
    );
    expect(persons).toEqual([
      { person: 'WVNDX0100/000054236732/Subject1', adult: true },
      { person: 'WVNDX0100/000054236732/Victim1', adult: true },
      { person: 'WVNDX0100/000054236732/Victim2', adult: false },
    ]);
    const unknown = await rows<{ adult: boolean }>(
      'police',
      `select adult from incident_persons where source_id like 'WA1234567/54236733/%'`,
    );
    expect(unknown.some(({ adult }) => !adult)).toBe(true);
  });

  it('CIN: a UPN with a wrong check letter is not used, and a right one is', async () => {
    const { files } = await room.load('child-protection', filesOf(samples.cin));
    const account = files.find(({ file }) => file === 'fake_CIN_data.xml');
    expect(account?.notes).toEqual({
      'the check letter of a UPN is wrong: it is not used': 332 - 12,
      'a birth date is after the day of loading: it is not used': 7,
      'a referral comes after the day of death: the day is not used': 21,
    });
    const text = readFileSync(join(samples.root, samples.cin, 'fake_CIN_data.xml'), 'utf8');
    expect([...text.matchAll(/<UPN>([^<]+)</g)].filter(([, upn]) => isUpn(upn!))).toHaveLength(12);
    expect(await room.everything('identity')).not.toMatch(/A\d{12}/);
  });

  it('CIN: one born in 1965–66 is no child, whatever the census says; all of the tree is skipped with the reason', async () => {
    const { files } = await room.load('child-protection', [join(samples.root, samples.cin, 'liia-tools_cin-2022.xml')]);
    for (const [name, { loaded, skipped, unmapped }] of Object.entries(files[0]!.elements)) {
      expect(loaded).toBe(0);
      if (name === 'Header') expect(unmapped).toBe(1);
      else expect(Object.keys(skipped)).toEqual(['is 26 or older on the reference date: not a child or young person']);
    }
    const [old] = await rows<{ n: number }>(
      'identity',
      `select count(*)::int as n from children where birth_date < '1990-01-01'`,
    );
    expect(old?.n).toBe(0);
  });

  it('CIN: text that strays between elements is noticed, and is no birth date', async () => {
    const { files } = await room.load('child-protection', [
      join(samples.root, samples.cin, 'CIN_Census_2021_no_assessment_factors.xml'),
    ]);
    expect(files[0]?.notes['text between elements is not read']).toBe(1);
    const born = await rows<{ born: string }>(
      'identity',
      `select birth_date::text as born from children c join numbers n on n.child = c.id where n.number = 'DfEX0000001'`,
    );
    expect(born).toEqual([{ born: '2015-03-27' }]);
  });

  it('what is shown of all this quotes no person: no name, number or birth date of any file', async () => {
    const results = await Promise.all([
      room.load('mental-health', filesOf(samples.fhir), { links: samples.crosswalk, dryRun: true }),
      room.load('education', filesOf(samples.edFi), { links: samples.crosswalk, dryRun: true }),
      room.load('child-protection', filesOf(samples.cin), { links: samples.crosswalk, dryRun: true }),
    ]);
    const shown = results.map((result) => renderAccount(result) + JSON.stringify(result.files)).join('\n');
    const crosswalk = readFileSync(samples.crosswalk, 'utf8').trim().split('\n').slice(1);
    for (const [, fhir, , name = '', , born, edFi, edFiBorn, cin] of crosswalk.map((line) => line.split(','))) {
      for (const value of [fhir, ...name.split(' '), born, edFi, edFiBorn, cin]) {
        expect(shown).not.toMatch(new RegExp(`\\b${value ?? ''}\\b`));
      }
    }
    expect(shown).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});
