import { createReadStream } from 'node:fs';
import { posix } from 'node:path';
import { pipeline, Readable, type Transform } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { LoadRefused } from '../load-refused.ts';
import type { InputFile } from './input-file.ts';
import { withinMeasure } from './within-measure.ts';

/** One entry of an archive's directory. */
export interface ArchiveEntry {
  /** Its name with its folders. */
  readonly name: string;
  /** The place where its bytes begin in the archive, and their number, packed and unpacked. */
  readonly from: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly isDeflated: boolean;
}

const damaged = 'it is in a zip archive, and damaged or cut off';

/** An entry of an archive as a file: unpacked as it is read, never larger than the directory says, and whole by its check sum. */
export function archiveFile(archive: string, entry: ArchiveEntry): InputFile {
  const { name, packed: size, from } = entry;
  return {
    name: posix.basename(name),
    folder: `${archive}/${posix.dirname(name)}`,
    size,
    async *bytes(onBytes) {
      const packed = { bytes: 0 };
      async function* stored(): AsyncGenerator<Buffer> {
        if (size === 0) return;
        for await (const chunk of createReadStream(archive, {
          start: from,
          end: from + size - 1,
        }) as AsyncIterable<Buffer>) {
          packed.bytes += chunk.length;
          yield chunk;
          onBytes?.(packed.bytes);
        }
      }
      const raw = entry.isDeflated ? through(stored(), createInflateRaw()) : stored();
      yield* whole(withinMeasure(raw, packed, damaged), entry);
    },
  };
}

/** A stream's failure reaches whoever reads what comes of it. */
function through(from: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> {
  pipeline(Readable.from(from), transform, () => undefined);
  return transform;
}

async function* whole(chunks: AsyncIterable<Buffer>, { unpacked, crc }: ArchiveEntry): AsyncGenerator<Buffer> {
  let bytes = 0;
  let sum = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > unpacked) throw new LoadRefused('it is larger than the directory of its zip archive says');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (bytes !== unpacked || sum !== crc) throw new LoadRefused(damaged);
}
