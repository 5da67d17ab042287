import { isUtf8 } from 'node:buffer';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';
import type { InputFile } from './input-file.ts';
import { withinMeasure } from './within-measure.ts';

/**
 * The text of a file in pieces, strictly UTF-8: a byte that is none refuses the file, with its line, instead of turning into something
 * else. A file that is gzip by its first bytes is read through.
 */
export async function* readText(file: InputFile, onBytes?: OnBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of unpacked(file, onBytes)) {
    const text = decode(decoder, chunk, line);
    line += text.split('\n').length - 1;
    yield text;
  }
  yield decode(decoder, undefined, line);
}

async function* unpacked(file: InputFile, onBytes: OnBytes | undefined): AsyncGenerator<Buffer> {
  const stored = file.bytes(onBytes)[Symbol.asyncIterator]();
  const first = await stored.next();
  const packed = { bytes: 0 };
  async function* counted(): AsyncGenerator<Buffer> {
    try {
      for (let { value, done } = first; done !== true; { value, done } = await stored.next()) {
        packed.bytes += value.length;
        yield value;
      }
    } finally {
      await stored.return?.();
    }
  }
  const isGzip = first.done !== true && first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!isGzip) return yield* counted();
  const gunzip = createGunzip();
  pipeline(Readable.from(counted()), gunzip, () => undefined);
  yield* withinMeasure(gunzip, packed, 'it is gzip, and damaged or cut off');
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | undefined, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new LoadRefused('the file is not UTF-8: convert it first', {
      line: chunk ? line + linesBefore(chunk) : line,
    });
  }
}

/** The number of whole lines of a chunk before the one with a byte that is not UTF-8. */
function linesBefore(chunk: Buffer): number {
  let lines = 0;
  for (let start = 0; start < chunk.length; lines += 1) {
    const end = chunk.indexOf(0x0a, start);
    const stop = end < 0 ? chunk.length : end;
    // The first line may begin inside a letter.
    if (!(lines === 0 ? isUtf8(chunk.subarray(firstStart(chunk), stop)) : isUtf8(chunk.subarray(start, stop))))
      return lines;
    if (end < 0) return lines;
    start = end + 1;
  }
  return Math.max(0, lines - 1);
}

function firstStart(chunk: Buffer): number {
  let start = 0;
  while (start < 4 && ((chunk[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start;
}
