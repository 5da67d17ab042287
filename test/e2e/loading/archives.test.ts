import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { zip } from './fixtures.ts';
import { openRoom, type Room } from './open-room.ts';
import { writeTemporary } from './write-file.ts';

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
beforeEach(() => room.empty());
afterAll(() => room.close());

describe('a zip archive', () => {
  const patients = ['1', '2']
    .map((id) => JSON.stringify({ resourceType: 'Patient', id, name: [{ family: `F${id}` }] }))
    .join('\n');
  const refusal = async (bytes: Buffer): Promise<string | undefined> =>
    (await room.load('mental-health', [writeTemporary(bytes, 'zip')])).files[0]?.reason;

  it('of a bulk export is read file by file; what is no export in it is left', async () => {
    const path = writeTemporary(
      zip({
        'Patient.ndjson': patients,
        'more/Patient.ndjson.gz': gzipSync(patients),
        'read me.pdf': 'x',
        '__MACOSX/._a': 'x',
      }),
      'zip',
    );
    const { files } = await room.load('mental-health', [path]);
    expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['file 1 of 2 (.ndjson)', 'loaded'],
      ['file 2 of 2 (.gz)', 'loaded'],
    ]);
    expect((await room.databases.identity.query('select 1 from children')).rows).toHaveLength(2);
  });

  it('that is a bomb, cut off, encrypted or other than it says is refused, and nothing of it is loaded', async () => {
    const whole = zip({ 'Patient.ndjson': patients });
    expect(await refusal(zip({ 'bomb.json': Buffer.alloc(30_000_000, 0x20) }))).toContain('grows without measure');
    expect(await refusal(whole.subarray(0, -30))).toContain('it is cut off');
    expect(await refusal(zip({ 'Patient.ndjson': patients }, { flags: 1 }))).toContain('it is encrypted');
    expect(await refusal(zip({ 'Patient.ndjson': patients }, { says: { unpacked: 10 } }))).toContain('larger than');
    expect(await refusal(zip({ 'Patient.ndjson': patients }, { says: { crc: 1 } }))).toContain('damaged');
    expect(await refusal(zip({ 'read me.pdf': 'x' }))).toContain('no file that is read');
    expect(
      await refusal(zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}.json`, ''])))),
    ).toContain('more than 10000 entries');
    const overlapping = Buffer.from(zip({ 'a.json': 'x'.repeat(99), 'b.json': 'x'.repeat(99) }));
    // The second entry is said to begin where the first does.
    overlapping.writeUInt32LE(0, overlapping.lastIndexOf('PK\x01\x02') + 42);
    expect(await refusal(overlapping)).toContain('overlap');
    expect((await room.everything('identity')).trim()).toBe('');
  });
});
