import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { nibrsSubmission, type Reported } from './nibrs-submission.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

describe('what police report of one incident, in any order of files', () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
  });
  beforeEach(() => room.empty());
  afterAll(() => room.close());

  const at = '2021-06-01T03:00:00Z';
  const reported: Reported = { number: '77', victims: ['V1', 'V2'] };
  const file = (when: string | undefined, ...reports: Reported[]): string =>
    writeTemporary(nibrsSubmission(when, ...reports));
  const persons = async (): Promise<string[]> => {
    const { rows } = await room.databases.police.query<{ id: string }>(
      'select source_id as id from incident_persons order by 1',
    );
    return rows.map(({ id }) => id);
  };

  it('a submission says when it was made, and an earlier one changes nothing', async () => {
    await room.load('police', [file('2021-07-01T03:00:00Z', { ...reported, action: 'R', victims: ['V2'] })]);
    await room.load('police', [file(at, reported)]);
    expect(await persons()).toEqual(['ORI1/77/V2']);
    const { rows } = await room.databases.police.query<{ at: string }>(
      `select distinct to_json(exported_at at time zone 'UTC')#>>'{}' as at from loads order by 1`,
    );
    expect(rows.map(({ at: when }) => when)).toEqual(['2021-06-01T03:00:00', '2021-07-01T03:00:00']);
  });

  it.each([['first'], ['last']])('of one time, the deletion counts, whether it comes %s', async (place) => {
    const files = [file(at, reported), file(at, { number: '77', action: 'D' })];
    if (place === 'first') files.reverse();
    for (const path of files) {
      const { files: accounts } = await room.load('police', [path]);
      expect(accounts[0]?.outcome).not.toBe('failed');
    }
    expect(await persons()).toEqual([]);
    const before = await room.everything('police');
    for (const path of files) await room.load('police', [path]);
    expect(await room.everything('police')).toBe(before);
  });

  it('a deletion that comes before the report it deletes leaves nothing of it, and refuses no file', async () => {
    await room.load('police', [file('2021-07-01T03:00:00Z', { number: '77', action: 'D' })]);
    const { files } = await room.load('police', [file(at, reported)]);
    expect(files[0]).toMatchObject({
      outcome: 'empty',
      elements: {
        Report: { skipped: { 'overtaken by a later export, or taken back by one of the same time': { count: 1 } } },
      },
    });
    expect(await persons()).toEqual([]);
  });

  it('keeps the day where no hour is known, and every offence and charge', async () => {
    await room.load('police', [
      file(at, { number: '78', on: '2021-05-04', offences: ['13B', '35A'] }),
      file(at, { number: '79', offences: ['220'], arrestedOn: '2021-05-06' }),
    ]);
    const { rows } = await room.databases.police.query(
      `select number, to_char(occurred_at at time zone 'America/Toronto', 'YYYY-MM-DD HH24:MI') as at, violation, violation_text as words, clearance
       from incidents order by 1`,
    );
    expect(rows).toEqual([
      {
        number: '78',
        at: '2021-05-04 00:00',
        violation: '13B',
        words: 'Simple assault; Drug or narcotic violation',
        clearance: 'OPEN',
      },
      {
        number: '79',
        at: null,
        violation: '220',
        words: 'Burglary or breaking and entering',
        clearance: 'CLEARED_BY_CHARGE',
      },
    ]);
  });

  it('an incident deleted and reported anew in one submission stands as it was reported anew', async () => {
    const anew = file(at, reported, { number: '77', action: 'D' }, { ...reported, victims: ['V3'] });
    await room.load('police', [anew]);
    expect(await persons()).toEqual(['ORI1/77/V3']);
    const again = await room.load('police', [anew]);
    expect(await persons()).toEqual(['ORI1/77/V3']);
    expect(again.files[0]?.elements['Report']?.takenBack).toBeUndefined();
  });
});
