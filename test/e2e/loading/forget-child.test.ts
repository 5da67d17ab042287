import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { forgetChild } from '../../../load/forget-child.ts';
import { undoLoad } from '../../../load/undo-load.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const census = (family: string, day: string): string =>
  writeTemporary(
    `<Message><Children>${['Kept5', family]
      .map(
        (
          number,
        ) => `<Child><ChildIdentifiers><LAchildID>${number}</LAchildID><PersonBirthDate>2013-04-12</PersonBirthDate>
      </ChildIdentifiers><CINdetails><CINreferralDate>2020-01-01</CINreferralDate><CINclosureDate>${day}</CINclosureDate>
      <Assessments><AssessmentActualStartDate>2020-02-01</AssessmentActualStartDate><AssessmentAuthorisationDate>${day}</AssessmentAuthorisationDate>
      <FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
      </CINdetails></Child>`,
      )
      .join('')}</Children></Message>`,
  );
const patient = (given: string): string =>
  writeTemporary(
    JSON.stringify({
      resourceType: 'Patient',
      id: 'Canary7',
      name: [{ given: [given], family: 'Canary' }],
      birthDate: '2012-03-04',
    }),
    'json',
  );

/** What loading keeps beside the agencies' own tables, as text. */
async function notes(): Promise<string> {
  const texts: string[] = [];
  for (const database of Object.values(room.databases)) {
    for (const table of [
      'load_changes',
      'load_rows',
      'load_acts',
      ...(database === room.databases.identity ? ['doubts'] : []),
    ]) {
      const { rows } = await database.query<{ text: string }>(`select t::text as text from ${table} t`);
      texts.push(...rows.map(({ text }) => text));
    }
  }
  return texts.join('\n');
}

it('an erased child is gone from what loading keeps, others are not, and its loads cannot be undone', async () => {
  const first = await room.load('child-protection', [census('Canary7', '2020-03-01')]);
  await room.load('child-protection', [census('Canary7', '2020-04-01')]);
  await room.load('mental-health', [patient('Ada')]);
  await room.load('mental-health', [patient('Adele')]);
  const { agency, identity } = { agency: room.databases['child-protection'], identity: room.databases.identity };
  const { rows } = await identity.query<{ child: string }>(`select child from numbers where number = 'Canary7'`);
  const options = {
    agencies: { 'child-protection': agency, 'mental-health': room.databases['mental-health'] },
    identity,
    register: room.register,
  };
  const { child: spared } = (
    await identity.query<{ child: string }>(`select child from numbers where number = 'Kept5'`)
  ).rows[0]!;
  expect(await notes()).toMatch(/Canary/);

  for (const { child } of rows) {
    const before = await notes();
    await expect(forgetChild({ ...options, child })).rejects.toThrow('has not erased this child');
    expect(await notes()).toBe(before);
    room.told.erased.add(child);
    expect((await forgetChild({ ...options, child })).changes).toBeGreaterThan(0);
    expect(await forgetChild({ ...options, child })).toEqual({ changes: 0, doubts: 0 });
    expect(await notes()).not.toContain(child);
  }
  const left = await notes();
  expect(left).not.toMatch(/Canary|Ada|2012-03-04/);
  expect(left).toContain(spared);
  await expect(
    undoLoad({
      agency: 'child-protection',
      load: first.load!,
      databases: { agency, identity, register: room.register },
      by: 'An Officer',
      at: '2022-03-01T12:00:00Z',
    }),
  ).rejects.toThrow('can no longer be undone');
});
