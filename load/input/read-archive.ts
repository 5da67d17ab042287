import { open, type FileHandle } from 'node:fs/promises';
import { LoadRefused } from '../load-refused.ts';
import { archiveFile, type ArchiveEntry } from './archive-file.ts';
import type { InputFile } from './input-file.ts';

/** An archive with more entries than this, or that says it unpacks to more bytes, is no export. */
const mostEntries = 10_000;
const mostBytes = 50_000_000_000;

const endLength = 22;
const directoryLength = 46;
const localLength = 30;

/** The files of a zip archive, by its directory. Refuses what cannot be an export: encrypted, zip64, entries that overlap. */
export async function readArchive(path: string): Promise<readonly InputFile[]> {
  const handle = await open(path);
  try {
    const entries = await readDirectory(handle);
    expectWithinMeasure(entries);
    return entries.filter(({ name }) => !name.endsWith('/')).map((entry) => archiveFile(path, entry));
  } catch (error) {
    // A position that a damaged archive names may lie outside of it.
    if (error instanceof RangeError) throw notRead('its directory is damaged');
    throw error;
  } finally {
    await handle.close();
  }
}

async function readDirectory(handle: FileHandle): Promise<readonly ArchiveEntry[]> {
  const { size } = await handle.stat();
  const tail = await bytesAt(handle, Math.max(0, size - endLength - 0xffff), Math.min(size, endLength + 0xffff));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + endLength > tail.length) throw notRead('it is cut off');
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  if (count === 0xffff || length === 0xffffffff || from === 0xffffffff) throw notRead('it is a zip64 archive');
  if (count > mostEntries) throw notRead(`it has more than ${mostEntries} entries`);
  if (from + length > size) throw notRead('its directory is damaged');
  const directory = await bytesAt(handle, from, length);
  const entries: ArchiveEntry[] = [];
  for (let at = 0; entries.length < count;) {
    const { entry, next } = await readEntry(handle, directory, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

async function readEntry(
  handle: FileHandle,
  directory: Buffer,
  at: number,
): Promise<{ readonly entry: ArchiveEntry; readonly next: number }> {
  if (directory.readUInt32LE(at) !== 0x02014b50) throw notRead('its directory is damaged');
  const flags = directory.readUInt16LE(at + 8);
  const method = directory.readUInt16LE(at + 10);
  if ((flags & 1) !== 0) throw notRead('it is encrypted');
  if (method !== 0 && method !== 8) throw notRead('it is packed in a way that is not read');
  const nameLength = directory.readUInt16LE(at + 28);
  const local = directory.readUInt32LE(at + 42);
  const header = await bytesAt(handle, local, localLength);
  if (header.readUInt32LE(0) !== 0x04034b50) throw notRead('its directory is damaged');
  const nameFrom = at + directoryLength;
  return {
    entry: {
      name: directory.subarray(nameFrom, nameFrom + nameLength).toString('utf8'),
      from: local + localLength + header.readUInt16LE(26) + header.readUInt16LE(28),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      isDeflated: method === 8,
    },
    next: nameFrom + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32),
  };
}

/** Entries that share bytes unpack to more than the archive could hold. */
function expectWithinMeasure(entries: readonly ArchiveEntry[]): void {
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostBytes)
    throw notRead('it unpacks to more bytes than any export has');
  let end = 0;
  for (const { from, packed } of [...entries].sort((one, other) => one.from - other.from)) {
    if (from < end) throw notRead('its entries overlap');
    end = from + packed;
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw notRead('it is cut off');
  return buffer;
}

function notRead(why: string): LoadRefused {
  return new LoadRefused(`the zip archive is not read: ${why}`);
}
