import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRoom, type Room } from '../open-room.ts';
import { temporaryFolder, writeTemporary } from '../write-file.ts';
import { csv } from '../fixtures.ts';
import { makeTown, type Entry } from './make-town.ts';

/** The nightly run plays the town at the size of the promise. */
const size = Number(process.env['TRELLIS_TOWN'] ?? 200);
const town = makeTown(size, 41);

const patients = (entries: readonly Entry[]): string =>
  writeTemporary(
    JSON.stringify({
      resourceType: 'Bundle',
      entry: entries.map(({ number, given, family, birthDate }) => ({
        resource: {
          resourceType: 'Patient',
          id: number,
          name: [{ given: [given], family }],
          ...(birthDate ? { birthDate } : {}),
        },
      })),
    }),
    'json',
  );

const roster = (entries: readonly Entry[]): string =>
  temporaryFolder({
    'users.csv': csv(
      ['sourcedId', 'role', 'givenName', 'familyName', 'orgSourcedIds'],
      ...entries.map(({ number, given, family }) => [number, 'student', given, family, 's1']),
    ),
    'demographics.csv': csv(
      ['sourcedId', 'birthDate'],
      ...entries.map(({ number, birthDate }) => [number, birthDate ?? '']),
    ),
  });

describe(`a town of ${size} children, in two hospitals with the same numbers and in the schools`, () => {
  let room: Room;
  beforeAll(async () => {
    room = await openRoom();
    await room.load('mental-health', [patients(town.north)], { source: 'north' });
    await room.load('education', [roster(town.schools)]);
    await room.load('mental-health', [patients(town.south)], { source: 'south' });
  }, 600_000);
  afterAll(() => room.close());

  /** Every entry, and the child that its number means; undefined where it waits for a person. */
  async function linked(): Promise<{ readonly entry: Entry; readonly child: string | undefined }[]> {
    const { rows } = await room.databases.identity.query<{
      agency: string;
      issuer: string;
      number: string;
      child: string;
    }>('select agency, issuer, number, child from numbers');
    const children = new Map(rows.map(({ agency, issuer, number, child }) => [`${agency}|${issuer}|${number}`, child]));
    const of = (key: string, entries: readonly Entry[]) =>
      entries.map((entry) => ({ entry, child: children.get(`${key}|${entry.number}`) }));
    return [
      ...of('mental-health|north', town.north),
      ...of('mental-health|south', town.south),
      ...of('education|', town.schools),
    ];
  }

  it('no two children are taken for one', async () => {
    const whos = new Map<string, Set<number>>();
    for (const { entry, child } of await linked())
      if (child !== undefined) whos.set(child, (whos.get(child) ?? new Set()).add(entry.who));
    expect([...whos.values()].filter((who) => who.size > 1)).toEqual([]);
    expect(whos.size).toBeGreaterThan(size * 0.9);
  });

  it('at most one number in twenty waits for a person, and of the children in two systems most are found to be one', async () => {
    const all = await linked();
    const waiting = all.filter(({ child }) => child === undefined).length;
    expect(waiting / all.length).toBeLessThanOrEqual(0.05);
    const byChild = new Map<number, typeof all>();
    for (const each of all) byChild.set(each.entry.who, [...(byChild.get(each.entry.who) ?? []), each]);
    let pairs = 0;
    let found = 0;
    for (const same of byChild.values())
      for (const [at, one] of same.entries())
        for (const other of same.slice(at + 1)) {
          pairs += 1;
          if (one.child !== undefined && one.child === other.child) found += 1;
        }
    const { rows } = await room.databases.identity.query<{ doubts: number }>(
      `select count(*)::int as doubts from doubts where kind = 'WHO'`,
    );
    expect(rows[0]?.doubts).toBe(waiting);
    expect(found / pairs).toBeGreaterThan(0.85);
    console.log(
      `${size} children, ${all.length} numbers: 0 false merges, ${((100 * waiting) / all.length).toFixed(1)}% doubts, ` +
        `${((100 * found) / pairs).toFixed(1)}% of ${pairs} pairs of numbers of one child found by themselves`,
    );
  });
});
