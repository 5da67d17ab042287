import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { csv } from './fixtures.ts';
import { openRoom, type Room } from './open-room.ts';
import { temporaryFolder as folder } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const enrolments = async (): Promise<string[]> => {
  const { rows } = await room.databases.education.query<{ value: string }>(
    `select source_id || coalesce(' ' || exit_on::text, '') as value from enrolments order by 1`,
  );
  return rows.map(({ value }) => value);
};
const involved = (): string[] => room.told.involved.map(({ agency, kind }) => `${agency} ${kind}`).sort();
const load = (files: Readonly<Record<string, string>>, options: { exportedAt?: string } = {}) =>
  room.load('education', [folder({ 'orgs.csv': orgs, ...files })], options);

const orgs = csv(['sourcedId', 'name', 'type'], ['s1', 'Elm School', 'school'], ['s2', 'Oak School', 'school']);
interface Line {
  readonly status?: string;
  readonly at?: string;
  readonly schools?: string;
  readonly role?: string;
}
const users11 = ({ status = 'active', at = '', schools = 's1', role = 'student' }: Line = {}): Record<
  string,
  string
> => ({
  'users.csv': csv(
    ['sourcedId', 'status', 'dateLastModified', 'orgSourcedIds', 'role', 'givenName', 'familyName'],
    ['u1', status, at, schools, role, 'Zoe', 'Marsh'],
  ),
});
const users12 = (status = 'active'): Record<string, string> => ({
  'users.csv': csv(
    ['sourcedId', 'status', 'givenName', 'familyName', 'primaryOrgSourcedId'],
    ['u1', status, 'Zoe', 'Marsh', 's2'],
  ),
});
const roles = (status: string, role = 'student', end = ''): Record<string, string> => ({
  'roles.csv': csv(
    ['sourcedId', 'status', 'userSourcedId', 'roleType', 'role', 'endDate', 'orgSourcedId'],
    ['r1', status, 'u1', 'primary', role, end, 's1'],
  ),
});
const classes = (end: string, at = ''): Record<string, string> => ({
  'enrollments.csv': csv(
    ['sourcedId', 'status', 'dateLastModified', 'schoolSourcedId', 'userSourcedId', 'role', 'endDate'],
    ['e1', 'active', at, 's1', 'u1', 'student', end],
  ),
});

describe('OneRoster 1.2: a user whom the source deletes is no pupil any longer', () => {
  it.each<[string, Record<string, string>]>([
    ['with the roles', roles('tobedeleted')],
    ['whose roles are told no longer', {}],
  ])('%s', async (_how, told) => {
    await load({ ...users12(), ...roles('active') });
    expect(await enrolments()).toEqual(['role/u1/r1', 'user/u1/s2']);
    const { files } = await load({ ...users12('tobedeleted'), ...told });
    expect(await enrolments()).toEqual([]);
    expect(involved()).toEqual([]);
    expect(files[0]?.elements['users']).toMatchObject({
      skipped: { 'deleted by its source: taken back': { count: 1 } },
    });
  });
});

describe('somebody who was a pupil by mistake', () => {
  it('is none any longer, by the user’s line', async () => {
    await load(users11());
    await load(users11({ role: 'aide' }));
    expect(await enrolments()).toEqual([]);
    expect(involved()).toEqual([]);
  });

  it('nor by the line of a role', async () => {
    await load({ ...users12(), ...roles('active') });
    await load({ ...users12(), ...roles('active', 'aide') });
    expect(await enrolments()).toEqual([]);
    expect(involved()).toEqual([]);
  });
});

describe('order', () => {
  it('a deletion stands against an older export that comes after it, whichever school that names', async () => {
    await load(users11({ status: 'tobedeleted', schools: '' }), { exportedAt: '2022-02-01T00:00:00Z' });
    const { files } = await load(users11({ schools: 's2' }), { exportedAt: '2022-01-01T00:00:00Z' });
    expect(await enrolments()).toEqual([]);
    expect(involved()).toEqual([]);
    expect(Object.keys(files[0]?.elements['users']?.skipped ?? {}).join()).toContain('overtaken');
    await load(users11(), { exportedAt: '2022-02-15T00:00:00Z' });
    expect(await enrolments()).toEqual(['user/u1/s1']);
  });

  it('a pupil who is one again after the deletion is one again, though the file is loaded later than that', async () => {
    const on = (day: string, status = 'active') => users11({ status, at: `2022-02-${day}T00:00:00Z` });
    await load(on('01'));
    await load(on('03', 'tobedeleted'));
    await load(on('02'));
    expect(await enrolments()).toEqual([]);
    await load(on('04'));
    expect(await enrolments()).toEqual(['user/u1/s1']);
    expect(involved()).toEqual(['education enrolment']);
  });

  it('an older export does not reopen what a class ended, where the user’s own line has not changed', async () => {
    const user = users11({ at: '2021-09-01T00:00:00Z' });
    await load({ ...user, ...classes('', '2021-09-01T00:00:00Z') });
    await load({ ...user, ...classes('2022-02-01', '2022-02-01T00:00:00Z') });
    expect(await enrolments()).toEqual(['user/u1/s1 2022-02-01']);
    await load({ ...user, ...classes('', '2021-09-01T00:00:00Z') });
    expect(await enrolments()).toEqual(['user/u1/s1 2022-02-01']);
    expect(involved()).toEqual([]);
  });
});

describe('an end that cannot be read is an end: on the day of the export', () => {
  it.each<[string, Record<string, string>]>([
    ['of a role', { ...users12(), ...roles('active', 'student', '28/02/2022') }],
    ['of the classes', { ...users11(), ...classes('28/02/2022') }],
  ])('%s', async (_of, files) => {
    const { files: accounts } = await load(files);
    expect((await enrolments()).filter((each) => each.endsWith(' 2022-03-01'))).toHaveLength(1);
    expect(JSON.stringify(accounts[0]?.elements)).toContain('endDate: 99/99/9999');
  });
});

it('two people under one number in one roster are in doubt', async () => {
  const { files } = await load({
    'users.csv': csv(
      ['sourcedId', 'status', 'orgSourcedIds', 'role', 'givenName', 'familyName'],
      ['u1', 'active', 's1', 'student', 'Zoe', 'Marsh'],
      ['u1', 'active', 's2', 'student', 'Hugo', 'Montclair'],
    ),
  });
  expect(files[0]?.children).toMatchObject({ toReview: 1 });
  expect(await enrolments()).toEqual([]);
});
