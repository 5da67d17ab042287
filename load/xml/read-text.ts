import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';

/** A compressed file that grows more than so many times is no export. */
const mostGrowth = 500;

/**
 * The text of a file in pieces, strictly UTF-8: a byte that is none refuses the file, with its line, instead of turning into something
 * else. A file that is gzip by its first bytes is read through.
 */
export async function* readText(path: string, onBytes?: OnBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of await bytesOf(path, onBytes)) {
    const text = decode(decoder, chunk, line);
    line += text.split('\n').length - 1;
    yield text;
  }
  yield decode(decoder, undefined, line);
}

async function bytesOf(path: string, onBytes: OnBytes | undefined): Promise<AsyncIterable<Buffer>> {
  const packed = { bytes: 0 };
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      packed.bytes += chunk.length;
      yield chunk;
      onBytes?.(packed.bytes);
    }
  }
  if (!(await isGzip(path))) return counted();
  return unpacked(Readable.from(counted()).pipe(createGunzip()), packed);
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* unpacked(stream: AsyncIterable<Buffer>, packed: { readonly bytes: number }): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > 1_000_000 + mostGrowth * packed.bytes)
        throw new LoadRefused('it grows without measure when it is unpacked');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof LoadRefused) throw error;
    throw new LoadRefused('it is gzip, and damaged or cut off');
  }
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

/** How many whole lines of a chunk come before the one with a byte that is not UTF-8. */
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
