import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { fixedClock } from '@trellis/platform';
import { csv } from './fixtures.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder as folder, writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const involved = (): string[] => room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`).sort();
const on = (day: string) => ({ clock: fixedClock(`${day}T12:00:00Z`) });
const roster = (number: string, end: string): string =>
  folder({
    'users.csv': csv(
      ['sourcedId', 'status', 'orgSourcedIds', 'role', 'givenName', 'familyName'],
      [number, 'active', 's1', 'student', `Zoe${number}`, 'Marsh'],
    ),
    'enrollments.csv': csv(
      ['sourcedId', 'status', 'schoolSourcedId', 'userSourcedId', 'role', 'endDate'],
      ['e1', 'active', 's1', number, 'student', end],
    ),
  });

it('the involvement of a pupil whose last day has passed closes with the next load, whoever that is about', async () => {
  await room.load('education', [roster('u1', '2022-06-30')], on('2022-03-01'));
  await room.load('education', [roster('u2', '2022-09-30')], on('2022-06-29'));
  expect(involved()).toEqual(['education enrolment', 'education enrolment']);
  const { load } = await room.load('education', [roster('u3', '2023-06-30')], on('2022-07-05'));
  expect(involved()).toEqual(['education enrolment', 'education enrolment']);
  const { rows } = await room.databases.identity.query<{ number: string; child: string }>(
    'select number, child from numbers order by 1',
  );
  expect(room.told.involved.map(({ child }) => rows.find((row) => row.child === child)?.number).sort()).toEqual([
    'u2',
    'u3',
  ]);
  // It is no work of that load: undoing it opens nothing again.
  const acts = await room.databases.education.query('select 1 from load_acts where load = $1', [load]);
  expect(acts.rowCount).toBe(0);
});

it('a plan that has ended leaves the investigation', async () => {
  const census = (number: string, plan = ''): string =>
    writeTemporary(`<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails><Source><LEA>201</LEA></Source></Header>
      <Children><Child><ChildIdentifiers><LAchildID>${number}</LAchildID></ChildIdentifiers><CINdetails><CINreferralDate>2021-01-10</CINreferralDate>${plan}</CINdetails></Child></Children></Message>`);
  const plan =
    '<CINPlanDates><CINPlanStartDate>2021-02-01</CINPlanStartDate><CINPlanEndDate>2022-04-01</CINPlanEndDate></CINPlanDates>';
  await room.load('child-protection', [census('7', plan)], on('2022-03-01'));
  expect(involved()).toEqual(['child-protection ongoing-service']);
  await room.load('child-protection', [census('8')], on('2022-05-01'));
  expect(involved()).toEqual(['child-protection investigation', 'child-protection investigation']);
});
