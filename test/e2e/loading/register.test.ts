import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openNetworkData, type NetworkData } from '@trellis/network';
import { seedRegister, type Actor } from '@trellis/register';
import { readFileSync } from 'node:fs';
import type { LoadingAgency } from '../../../load/agencies/index.ts';
import { loadIntoNetwork } from '../../../load/load-into-network.ts';
import { openRegisterPort } from '../../../load/open-register-port.ts';
import { networkIdOfLabel } from '../../../load/link/network-label.ts';
import { nibrsSubmission } from './nibrs-submission.ts';
import { describeWithSamples, filesOf, samples } from './samples.ts';
import { writeTemporary } from './write-file.ts';

let data: NetworkData;
beforeAll(async () => {
  data = await openNetworkData({ directory: undefined, now: '2022-03-01T12:00:00Z' });
  const pack = readFileSync(new URL('../../../networks/ontario/rules/ontario.yaml', import.meta.url), 'utf8');
  await data.databases.register!.transaction((tx) => seedRegister(tx, { at: data.clock.now(), ruleSets: [pack] }));
});
afterAll(() => data.close());

const load = (agency: LoadingAgency, files: readonly string[], links?: string) =>
  loadIntoNetwork(data, { agency, files, links });

async function involvements(child: string): Promise<string[]> {
  const records = await data.register.recordsOf([child], ['involvement']);
  return records.map(({ body }) => `${body.agency} ${body.kind} ${body.to === null ? 'open' : 'closed'}`).sort();
}

describeWithSamples('the register, after loading the crosswalk', () => {
  const child = networkIdOfLabel('NET-01')!;
  beforeAll(async () => {
    await load('mental-health', filesOf(samples.fhir), samples.crosswalk);
    const census = filesOf(samples.cin).filter((path) => path.endsWith('fake_CIN_data.xml'));
    await load('child-protection', census, samples.crosswalk);
  });

  it('knows the child, whose birth date is disputed: the strictest age applies', async () => {
    const [record] = await data.register.recordsOf([child], ['child']);
    expect(record?.body).toEqual({ birthDate: '2013-04-12', disputed: true });
    const { facts } = await data.register.read([child]);
    expect(facts.get(child)?.birthDate).toBeNull();
  });

  it('has the involvements of the agencies that loaded, opened by their own systems, and no consent', async () => {
    expect(await involvements(child)).toEqual(['child-protection investigation open', 'mental-health treatment open']);
    const { rows } = await data.databases.register!.query<{ actor: string; act: string }>(
      `select distinct actor->>'agency' as actor, act from register.event where kind in ('involvement', 'consent') order by 1`,
    );
    expect(rows).toEqual([
      { actor: 'child-protection', act: 'OPENED' },
      { actor: 'mental-health', act: 'OPENED' },
    ]);
  });

  it('is not touched by loading again', async () => {
    const events = async (): Promise<unknown> =>
      (await data.databases.register!.query('select count(*)::int as n from register.event')).rows;
    const before = await events();
    await load('mental-health', filesOf(samples.fhir));
    expect(await events()).toEqual(before);
  });
});

/** The child that a number means. */
async function childOf(number: string): Promise<string> {
  const { rows } = await data.databases.identity!.query<{ child: string }>(
    'select child from numbers where number = $1',
    [number],
  );
  return rows[0]!.child;
}

describe('work that ends, in police and in schools', () => {
  const police = (action: 'I' | 'R', clearance: string, at: string): string =>
    writeTemporary(
      nibrsSubmission(at, { number: '500', action, on: '2021-05-01', offences: ['13B'], victims: ['V1'], clearance }),
    );

  it('an incident that is cleared closes the involvement with the child in it', async () => {
    const links = writeTemporary('child,number\nNET-77,ORI1/500/V1\n', 'csv');
    const patient = { resourceType: 'Patient', id: 'N77', name: [{ given: ['Noor'], family: 'Seventyseven' }] };
    const health = writeTemporary('child,number\nNET-77,N77\n', 'csv');
    await load('mental-health', [writeTemporary(JSON.stringify(patient), 'json')], health);
    await load('police', [police('I', 'N', '2021-05-02T00:00:00Z')], links);
    const child = networkIdOfLabel('NET-77')!;
    expect(await involvements(child)).toContain('police police-investigation open');
    await load('police', [police('R', 'A', '2021-06-02T00:00:00Z')], links);
    expect(await involvements(child)).toContain('police police-investigation closed');
    expect(await involvements(child)).not.toContain('police police-investigation open');
  });

  it('a pupil who was withdrawn is no pupil any longer, on the day on which the enrolment ends', async () => {
    const interchange = (name: string, inside: string): string =>
      writeTemporary(`<Interchange${name} xmlns="http://ed-fi.org/5.2.0">${inside}</Interchange${name}>`);
    const enrolment = (exit: string): string =>
      interchange(
        'StudentEnrollment',
        `<StudentSchoolAssociation><StudentReference><StudentIdentity><StudentUniqueId>E9</StudentUniqueId></StudentIdentity></StudentReference>
         <SchoolReference><SchoolIdentity><SchoolId>1</SchoolId></SchoolIdentity></SchoolReference><EntryDate>2020-09-01</EntryDate>${exit}</StudentSchoolAssociation>`,
      );
    const student = interchange(
      'Student',
      '<Student><StudentUniqueId>E9</StudentUniqueId><Name><FirstName>Ola</FirstName><LastSurname>Nine</LastSurname></Name></Student>',
    );
    await load('education', [student, enrolment('')]);
    expect(await involvements(await childOf('E9'))).toEqual(['education enrolment open']);
    await load('education', [enrolment('<ExitWithdrawDate>2022-04-01</ExitWithdrawDate>')]);
    expect(await involvements(await childOf('E9'))).toEqual(['education enrolment open']);
    await load('education', [enrolment('<ExitWithdrawDate>2022-02-01</ExitWithdrawDate>')]);
    expect(await involvements(await childOf('E9'))).toEqual(['education enrolment closed']);
  });
});

describe('a child whom two officers erased', () => {
  it('counts as erased once the second has confirmed it, and not while a legal hold stands', async () => {
    await load('mental-health', [
      writeTemporary(
        JSON.stringify({ resourceType: 'Patient', id: 'X1', name: [{ given: ['Ex'], family: 'One' }] }),
        'json',
      ),
    ]);
    const child = await childOf('X1');
    const port = openRegisterPort(data.register);
    const officer = (user: string): Actor => ({
      agency: 'network',
      role: 'privacy-officer',
      user,
      kind: 'officer',
      purpose: 'privacy-administration',
    });
    expect(await port.erased(child)).toBe(false);
    const asked = await data.register.requestErasure(officer('one'), { child, reason: 'the period is over' });
    expect(await port.erased(child)).toBe(false);
    await data.register.confirmErasure(officer('two'), asked.id, async (tx, ids) => {
      for (const each of ids) await data.ledger.eraseChild(tx, each);
    });
    expect(await port.erased(child)).toBe(true);
    expect(await port.erased(networkIdOfLabel('NET-78')!)).toBe(false);
  });
});

describe('work that ends', () => {
  const census = (closed: string, plan = ''): string =>
    writeTemporary(`<Message><Children><Child><ChildIdentifiers><LAchildID>W1</LAchildID><PersonBirthDate>2012-03-04</PersonBirthDate>
      </ChildIdentifiers><CINdetails><CINreferralDate>2020-01-01</CINreferralDate>${closed}${plan}</CINdetails></Child></Children></Message>`);

  it('closes the involvement that loading opened, and a change of work opens another', async () => {
    await load('child-protection', [census('')]);
    const { rows } = await data.databases.identity!.query<{ child: string }>(
      `select child from numbers where number = 'W1'`,
    );
    const child = rows[0]!.child;
    expect(await involvements(child)).toEqual(['child-protection investigation open']);
    await load('child-protection', [
      census('', '<CINPlanDates><CINPlanStartDate>2020-02-01</CINPlanStartDate></CINPlanDates>'),
    ]);
    expect(await involvements(child)).toEqual([
      'child-protection investigation closed',
      'child-protection ongoing-service open',
    ]);
    await load('child-protection', [census('<CINclosureDate>2021-01-01</CINclosureDate>')]);
    expect(await involvements(child)).toEqual([
      'child-protection investigation closed',
      'child-protection ongoing-service closed',
    ]);
  });
});
