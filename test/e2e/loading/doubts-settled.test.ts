import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listDoubts } from '../../../load/link/doubts.ts';
import { moveNumber } from '../../../load/link/move-number.ts';
import { settleDoubt, type Settlement } from '../../../load/link/settle-doubt.ts';
import { undoLoad } from '../../../load/undo-load.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

const at = '2022-03-01T12:00:00Z';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());
beforeEach(() => room.empty());

const person = (id: string, given: string, birthDate: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ given: [given], family: 'Byron' }],
  birthDate,
});
const load = (source: string, ...resources: readonly object[]) =>
  room.load(
    'mental-health',
    [writeTemporary(JSON.stringify({ resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) }))],
    { source },
  );
const databases = () => ({
  agency: room.databases['mental-health'],
  identity: room.databases.identity,
  register: room.register,
});
async function settle(decision: Settlement): Promise<unknown> {
  const { identity } = room.databases;
  const [doubt] = await listDoubts(identity, {});
  return settleDoubt({ identity, register: room.register, doubt: doubt!.id, decision, by: 'An Officer', at });
}
const people = async () =>
  (
    await room.databases.identity.query(
      `select n.issuer || ' ' || n.number as number, c.given_name as given, c.birth_date::text as born from numbers n join children c on c.id = n.child order by 1`,
    )
  ).rows;

describe('whose a number is', () => {
  beforeEach(async () => {
    await load('north', person('1', 'Ada', '2012-03-04'));
    await load('south', person('9', 'Ada', '2012-03-14'));
  });

  it.each<Settlement>([{ birthDate: '2012-03-04' }, { keep: true }])(
    'is not settled by saying something else: %j',
    async (decision) => {
      await expect(settle(decision)).rejects.toThrow('say whose the number is: --child ID, or --new');
      expect(await people()).toHaveLength(1);
    },
  );
});

describe('when somebody was born', () => {
  beforeEach(async () => {
    await load('north', person('1', 'Ada', '2012-03-04'));
    await load('south', person('9', 'Ada', '2012-03-14'));
    const [doubt] = await listDoubts(room.databases.identity, {});
    await settle({ child: doubt!.candidates[0]! });
    await load('south', person('9', 'Ada', '2012-03-14'));
    expect(await listDoubts(room.databases.identity, {})).toMatchObject([{ kind: 'DIFFERENCE' }]);
  });

  it.each<Settlement>([{ isNew: true }, { child: 'a'.repeat(26) }])(
    'is not settled by saying who it is: %j',
    async (decision) => {
      await expect(settle(decision)).rejects.toThrow('--keep, or --birth-date');
      expect(await room.databases.identity.query('select 1 from children')).toMatchObject({ rowCount: 1 });
    },
  );

  it.each(['2012-02-31', '2013-13-01', '2031-01-01'])(
    'is no day that does not exist, or is to come: %s',
    async (day) => {
      await expect(settle({ birthDate: day })).rejects.toThrow('the birth date is no day that was');
    },
  );

  it('is settled by a day', async () => {
    await settle({ birthDate: '2012-03-14' });
    expect(await people()).toMatchObject([{ born: '2012-03-14' }, { born: '2012-03-14' }]);
  });
});

describe('a number that was linked wrongly, and whose child nobody knows', () => {
  it('is unlinked: a new child, named by the next export; and that can be undone', async () => {
    await load('north', person('1', 'Ada', '2012-03-04'));
    const [doubt] = [await load('south', person('9', 'Ada', '2012-03-04'))];
    expect(doubt?.files[0]?.children.matched).toBe(1);
    const before = `${await room.everything('identity')}\n${await room.everything('mental-health')}`;
    const moved = await moveNumber({
      agency: 'mental-health',
      issuer: 'south',
      number: '9',
      to: 'new',
      databases: databases(),
      by: 'An Officer',
      at,
      today: '2022-03-01',
    });
    expect(await people()).toEqual([
      { number: 'north 1', given: 'Ada', born: '2012-03-04' },
      { number: 'south 9', given: '', born: null },
    ]);
    expect(room.told.registered.get(moved.to)).toBeNull();
    expect(room.told.involved.map(({ child }) => child).sort()).toEqual([moved.from, moved.to].sort());
    await undoLoad({ agency: 'mental-health', load: moved.load, databases: databases(), by: 'An Officer', at });
    expect(`${await room.everything('identity')}\n${await room.everything('mental-health')}`).toBe(before);
    await moveNumber({
      ...{ agency: 'mental-health', issuer: 'south', number: '9', to: 'new', databases: databases() },
      ...{ by: 'An Officer', at, today: '2022-03-01' },
    });
    await load('south', person('9', 'Ada', '2012-03-04'));
    expect(await people()).toMatchObject([{ given: 'Ada' }, { given: 'Ada', born: '2012-03-04' }]);
    expect(await room.databases.identity.query('select 1 from children')).toMatchObject({ rowCount: 2 });
  });
});
