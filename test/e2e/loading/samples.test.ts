import { basename } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { FileAccount } from '../../../load/account.ts';
import { countElements, countResources, type Counts } from './count-elements.ts';
import { openRoom, type Room } from './open-room.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';

describeWithSamples('every public sample is loaded unchanged, and every record of it accounted for', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  afterAll(() => room.close());

  function expectAddsUp(account: FileAccount, counted: Counts): void {
    const read = Object.fromEntries(Object.entries(account.elements).map(([name, element]) => [name, element.read]));
    expect(read).toEqual(counted);
    for (const { read: all, loaded, skipped, unmapped } of Object.values(account.elements)) {
      expect(Object.values(skipped).reduce((sum, { count }) => sum + count, loaded + unmapped)).toBe(all);
    }
  }

  function loadedOf(accounts: readonly FileAccount[]): Counts {
    const loaded: Record<string, number> = {};
    for (const [name, element] of accounts.flatMap(({ elements }) => Object.entries(elements))) {
      if (element.loaded > 0) loaded[name] = (loaded[name] ?? 0) + element.loaded;
    }
    return loaded;
  }

  async function rows(agency: keyof Room['databases'], table: string): Promise<number> {
    const { rows: found } = await room.databases[agency].query<{ n: number }>(
      `select count(*)::int as n from "${table}"`,
    );
    return found[0]!.n;
  }

  it('FHIR R4 bundles of ten children', async () => {
    const files = filesOf(samples.fhir);
    const result = await room.load('mental-health', files, { links: samples.crosswalk });
    expect(result.files).toHaveLength(10);
    for (const [at, account] of result.files.entries()) {
      expect(account.outcome).toBe('loaded');
      expectAddsUp(account, countResources(files[at]!));
    }
    expect(loadedOf(result.files)).toEqual({
      CarePlan: 20,
      Condition: 46,
      Encounter: 266,
      Observation: 6,
      Organization: 14,
      Patient: 10,
      Practitioner: 14,
    });
    expect(await rows('mental-health', 'conditions')).toBe(46);
    expect(await rows('mental-health', 'encounters')).toBe(266);
    expect(await rows('mental-health', 'care_plans')).toBe(20);
    expect(await rows('mental-health', 'services')).toBe(10);
  });

  it('US Core examples, one resource a file: the adult is no child, and the adult’s screening is not kept', async () => {
    const files = filesOf(samples.usCore);
    const result = await room.load('mental-health', files);
    for (const [at, account] of result.files.entries()) expectAddsUp(account, countResources(files[at]!));
    expect(loadedOf(result.files)).toEqual({ Patient: 1, Practitioner: 1 });
    const adult = result.files.flatMap(({ elements }) => Object.keys(elements.Patient?.skipped ?? {}));
    expect(adult).toEqual(['is 26 or older on the reference date: not a child or young person']);
    expect(await rows('mental-health', 'scores')).toBe(0);
  });

  it('Ed-Fi 5.2 interchanges of 960 students', async () => {
    const files = filesOf(samples.edFi);
    const result = await room.load('education', files, { links: samples.crosswalk });
    for (const [at, account] of result.files.entries()) {
      // A file of descriptors alone holds nothing that is mapped.
      expect(['loaded', 'empty']).toContain(account.outcome);
      expectAddsUp(
        account,
        countElements(files[at]!, (path) => path.split('/').length === 2),
      );
    }
    expect(loadedOf(result.files)).toEqual({
      DisciplineAction: 25,
      DisciplineIncident: 21,
      School: 3,
      Student: 960,
      StudentDisciplineIncidentBehaviorAssociation: 21,
      StudentDisciplineIncidentNonOffenderAssociation: 2,
      StudentSchoolAttendanceEvent: 1917,
      StudentSection504ProgramAssociation: 3,
      StudentSectionAttendanceEvent: 66,
      StudentSpecialEducationProgramAssociation: 97,
    });
    expect(await rows('education', 'attendance_events')).toBe(1917 + 66);
    expect(await rows('education', 'accommodations')).toBe(97 + 3);
    expect(await rows('education', 'discipline_incidents')).toBe(21);
    // An incident with somebody from outside in it cannot be answered: it may be a child.
    expect(await rows('education', 'answerable_incidents')).toBe(16);
  });

  it('the Children in Need census: 332 children, 402 referrals, and the trees made by hand', async () => {
    const counted = new Set(['Assessments', 'Section47', 'ChildProtectionPlans', 'CINPlanDates']);
    const isCounted = (path: string): boolean =>
      /^Message\/(Header|Children\/Child|Children\/Child\/CINdetails)$/.test(path) ||
      (path.startsWith('Message/Children/Child/CINdetails/') &&
        counted.has(path.split('/')[4] ?? '') &&
        path.split('/').length === 5);
    const files = filesOf(samples.cin);
    const result = await room.load('child-protection', files, { links: samples.crosswalk });
    for (const [at, account] of result.files.entries()) expectAddsUp(account, countElements(files[at]!, isCounted));
    const generated = result.files.find(({ file }) => file === 'fake_CIN_data.xml');
    expect(generated && loadedOf([generated])).toEqual({ Child: 332, CINdetails: 402 });
    expect(await rows('child-protection', 'files')).toBe(333);
    expect(await rows('child-protection', 'referrals')).toBe(403);
  });

  it('NIBRS submissions: stored and counted, and not one answered without a link', async () => {
    const files = [...filesOf(samples.nibrs), ...filesOf(samples.nibrsToolkit)];
    const result = await room.load('police', files);
    for (const [at, account] of result.files.entries()) {
      if (account.outcome === 'refused') continue;
      const isCounted = (path: string): boolean =>
        path === 'Submission/MessageMetadata' || /^Submission\/Report(\/\w+)?$/.test(path);
      expectAddsUp(account, countElements(files[at]!, isCounted));
    }
    expect(result.files.filter(({ outcome }) => outcome === 'refused').map(({ file }) => file)).toEqual([
      'nibrs_GroupAReplace_Sample.xml',
    ]);
    expect(await rows('police', 'incidents')).toBeGreaterThan(5);
    expect(await rows('police', 'answerable_incidents')).toBe(0);
    const linked = await room.databases.police.query('select 1 from incident_persons where child is not null');
    expect(linked.rowCount).toBe(0);
  });

  it('a document of another format is refused, and says so', async () => {
    const [account] = (await room.load('police', filesOf(samples.ndex))).files;
    expect(account).toMatchObject({ outcome: 'refused', elements: {} });
    expect(account?.reason).toMatch(/^line \d+, column \d+: not a NIBRS submission/);
    const [wrong] = (await room.load('education', filesOf(samples.cin))).files;
    expect(wrong?.reason).toMatch(/not an Ed-Fi interchange/);
  });

  it('invents no consent and involves only the agency that loads', () => {
    const kinds = new Set(room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`));
    expect([...kinds].sort()).toEqual([
      'child-protection investigation',
      'education enrolment',
      'mental-health treatment',
    ]);
  });

  it('names files as they are, but for exports of one person each, which are called after them', async () => {
    const { files } = await room.load('mental-health', filesOf(samples.fhir), { dryRun: true });
    expect(files.map(({ file }) => file)).toEqual(filesOf(samples.fhir).map((_, at) => `file ${at + 1} of 10 (.json)`));
    const [edFi] = (await room.load('education', filesOf(samples.edFi).slice(0, 1), { dryRun: true })).files;
    expect(edFi?.file).toBe(basename(filesOf(samples.edFi)[0]!));
  });
});
