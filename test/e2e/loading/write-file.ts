import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileAt } from '../../../load/input/file-at.ts';
import type { InputFile } from '../../../load/input/input-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'trellis-files-'));
let files = 0;
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

/** A file with this text, until the tests are over. */
export function writeTemporary(text: string | Uint8Array, extension = 'xml'): string {
  files += 1;
  const path = join(directory, `${files}.${extension}`);
  writeFileSync(path, text);
  return path;
}

/** A folder with these files, until the tests are over. */
export function temporaryFolder(content: Readonly<Record<string, string | Uint8Array>>): string {
  files += 1;
  const path = join(directory, `${files}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(content)) writeFileSync(join(path, name), text);
  return path;
}

/** The same, as the readers take it. */
export function temporaryFile(text: string | Uint8Array, extension = 'xml'): InputFile {
  return fileAt(writeTemporary(text, extension));
}

export async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
