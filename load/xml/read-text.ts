import { createReadStream } from 'node:fs';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';

/** The text of a file in pieces, strictly UTF-8: a byte that is none refuses the file instead of turning into something else. */
export async function* readText(path: string, onBytes?: OnBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    yield decode(decoder, chunk);
    onBytes?.(bytes);
  }
  yield decode(decoder);
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw new LoadRefused('the file is not UTF-8');
  }
}
