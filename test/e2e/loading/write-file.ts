import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

const directory = mkdtempSync(join(tmpdir(), 'trellis-files-'));
let files = 0;
afterAll(() => rmSync(directory, { recursive: true }));

/** A file with this text, until the suite is over. */
export function writeTemporary(text: string | Uint8Array, extension = 'xml'): string {
  files += 1;
  const path = join(directory, `${files}.${extension}`);
  writeFileSync(path, text);
  return path;
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
