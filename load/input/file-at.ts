import { createReadStream, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { InputFile } from './input-file.ts';

/** A file of the disk. One that is not there is found out when it is read. */
export function fileAt(path: string): InputFile {
  return {
    name: basename(path),
    folder: dirname(path),
    size: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    async *bytes(onBytes) {
      let read = 0;
      for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
        read += chunk.length;
        yield chunk;
        onBytes?.(read);
      }
    },
  };
}
