import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file with this text, in a directory of its own. */
export function writeTemporary(text: string | Uint8Array, extension = 'xml'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'trellis-')), `file.${extension}`);
  writeFileSync(path, text);
  return path;
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
