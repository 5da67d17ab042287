import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@trellis/platform';
import { undoLoad } from '../../../../load/undo-load.ts';
import { random } from '../../../property/random.ts';
import { openRoom, type Room } from '../open-room.ts';
import { temporaryFolder } from '../write-file.ts';
import { everyValue } from './every-value.ts';
import type { ExportFile, ExportKind } from './export-kind.ts';
import { fhirExport } from './of-health.ts';
import { edFiExport, rosterExport } from './of-schools.ts';
import { careExport, censusExport } from './of-care.ts';
import { flatExport, nibrsExport } from './of-police.ts';

const seeds = Array.from({ length: Number(process.env['TRELLIS_EXPORTS'] ?? 1) }, (_, at) => at + 1);

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
beforeEach(() => room.empty());
afterAll(() => room.close());

function pathsOf({ isSet }: ExportKind, files: readonly ExportFile[]): string[] {
  const folder = temporaryFolder(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  return isSet ? [folder] : files.map(({ name }) => join(folder, name));
}

const load = ({ agency, source }: ExportKind, paths: readonly string[]) =>
  room.load(agency, paths, source === undefined ? {} : { source });

async function kept({ agency, kept: sql }: ExportKind): Promise<string[]> {
  if (typeof sql !== 'string') return everyValue(room.databases[agency], sql);
  return (await room.databases[agency].query<{ said: string }>(sql)).rows.map(({ said }) => said);
}

/** A digest of every table of the agency and of identity, whatever ids new children were given. */
async function digest({ agency }: ExportKind): Promise<string> {
  const text = `${await room.everything(agency)}\n${await room.everything('identity')}\n${JSON.stringify(room.told.involved)}`;
  const ids = new Map<string, number>();
  for (const { id } of (
    await room.databases.identity.query<{ id: string }>('select id from children order by source_id')
  ).rows)
    ids.set(id, ids.size);
  const plain = text.replaceAll(/\b[a-z2-7]{26}\b/g, (id) => (ids.has(id) ? `child ${ids.get(id) ?? ''}` : id));
  return createHash('sha256').update(plain.split('\n').sort().join('\n')).digest('hex');
}

/** Whether a load into empty tables stops at its statement of this number: an earlier one is the last that the database answers. */
async function isInterrupted({ agency, source }: ExportKind, paths: readonly string[], at: number): Promise<boolean> {
  await room.empty();
  let left = at;
  const answers = (): Promise<void> => (left-- > 0 ? Promise.resolve() : Promise.reject(new Error('interrupted')));
  const failing = (database: Database): Database => ({
    ...database,
    query: (sql, given) => answers().then(() => database.query(sql, given)),
    transaction: (run) =>
      database.transaction((tx) => run({ ...tx, query: (sql, given) => answers().then(() => tx.query(sql, given)) })),
  });
  const databases = {
    agency: failing(room.databases[agency]),
    identity: failing(room.databases.identity),
    register: room.register,
  };
  try {
    await room.load(agency, paths, { databases, ...(source === undefined ? {} : { source }) });
    return false;
  } catch (error) {
    expect(String(error)).toContain('interrupted');
    return true;
  }
}

describe.each([
  ['FHIR', fhirExport],
  ['Ed-Fi', edFiExport],
  ['OneRoster', rosterExport],
  ['NIBRS, XML', nibrsExport],
  ['NIBRS, flat file', flatExport],
  ['Children in Need census', censusExport],
  ['SSDA903', careExport],
])('%s exports that were made up', (_name, kind) => {
  it.each(seeds)('stand in the tables as a plain reading of the files says (%i)', async (seed) => {
    const files = kind.make(random(seed));
    const { files: accounts } = await load(kind, pathsOf(kind, files));
    expect(accounts.map(({ outcome, reason }) => [outcome, reason])).toEqual(accounts.map(() => ['loaded', undefined]));
    expect(kind.said(files).length).toBeGreaterThan(0);
    expect(await kept(kind)).toEqual(kind.said(files));
  });

  it.each(seeds)('loaded twice, in another order of files, or one by one, they leave the same (%i)', async (seed) => {
    const paths = pathsOf(kind, kind.make(random(seed)));
    await load(kind, paths);
    const before = await digest(kind);
    await load(kind, paths);
    expect(await digest(kind)).toBe(before);
    await load(kind, [...paths].reverse());
    expect(await digest(kind)).toBe(before);
    for (const path of [...paths].reverse()) await load(kind, [path]);
    expect(await digest(kind)).toBe(before);
    await room.empty();
    await load(kind, [...paths].reverse());
    expect(await kept(kind)).toEqual(kind.said(kind.make(random(seed))));
  });

  it('interrupted anywhere, and loaded again, they are complete', async () => {
    const paths = pathsOf(kind, kind.make(random(7)));
    await load(kind, paths);
    const whole = await digest(kind);
    let interruptions = 0;
    for (let at = 1; await isInterrupted(kind, paths, at); at += 3) {
      interruptions += 1;
      await load(kind, paths);
      expect([at, await digest(kind)]).toEqual([at, whole]);
    }
    expect(interruptions).toBeGreaterThan(2);
    expect(await kept(kind)).toEqual(kind.said(kind.make(random(7))));
  });

  it.each(seeds.slice(0, 2))('taken back, every table is as before (%i)', async (seed) => {
    const { agency } = kind;
    const tables = async (): Promise<string> =>
      `${await room.everything(agency)}\n${await room.everything('identity')}`;
    const empty = await tables();
    const first = await load(kind, pathsOf(kind, kind.make(random(seed))));
    const before = await tables();
    const second = await load(kind, pathsOf(kind, kind.make(random(seed + 100))));
    const databases = { agency: room.databases[agency], identity: room.databases.identity, register: room.register };
    const undo = (id: string | undefined) =>
      undoLoad({ agency, load: id ?? '', databases, by: 'Test', at: '2022-03-01T12:00:00Z' });
    expect((await undo(second.load)).against).toEqual([]);
    expect(await tables()).toBe(before);
    expect((await undo(first.load)).against).toEqual([]);
    expect(await tables()).toBe(empty);
    expect(before).not.toBe(empty);
  });

  it.each(seeds.slice(0, 2))(
    'cut off, or with bytes of another encoding, nothing of that file is loaded (%i)',
    async (seed) => {
      const chance = random(seed);
      const files = kind.make(chance);
      const last = files.at(-1);
      if (last === undefined) throw new Error('an export without a file');
      // A table may end after any whole line: only what ends inside one can be told from the whole.
      const cut = { ...last, text: last.text.trimEnd().slice(0, -3) };
      const before = await digest(kind);
      const broken = temporaryFolder({
        [last.name]: Buffer.concat([Buffer.from(last.text), Buffer.from([0xff, 0xfe])]),
      });
      const { files: refused } = await load(kind, [kind.isSet ? broken : join(broken, basename(last.name))]);
      expect(refused.map(({ outcome }) => outcome)).toEqual(['refused']);
      expect(await digest(kind)).toBe(before);
      if (kind.isSet) return;
      const paths = pathsOf(kind, [cut]);
      const { files: accounts } = await load(kind, paths);
      expect(accounts.map(({ outcome }) => outcome)).toEqual(['refused']);
      expect(await digest(kind)).toBe(before);
    },
  );
});
