import type { InputFile } from '../input/input-file.ts';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';
import { readText } from '../input/read-text.ts';
import { isObject, type JsonObject } from '../json.ts';

const longestLine = 10_000_000;

/** Checks whether a file is NDJSON: by its name, or by a first line that is a whole object with another after it. */
export async function isNdjson(file: InputFile): Promise<boolean> {
  if (/\.(ndjson|jsonl)(\.gz)?$/i.test(file.name)) return true;
  let head = '';
  for await (const piece of readText(file)) {
    head += piece;
    if (/\n\s*\S/.test(head) || head.length > longestLine) break;
  }
  const end = head.indexOf('\n');
  if (end < 0 || !head.slice(end).trim().startsWith('{')) return false;
  try {
    return isObject(JSON.parse(head.slice(0, end)));
  } catch {
    return false;
  }
}

/** The resources of a bulk export, one a line, each with its line. Refuses a line that is no JSON object, by its number. */
export async function* readLines(
  file: InputFile,
  onBytes?: OnBytes,
): AsyncGenerator<{ readonly line: number; readonly resource: JsonObject }> {
  let rest = '';
  let line = 0;
  const read = (text: string): { line: number; resource: JsonObject } | undefined => {
    line += 1;
    if (text.trim() === '') return undefined;
    if (text.length > longestLine) throw new LoadRefused('a line is too long for one resource', { line });
    try {
      const resource: unknown = JSON.parse(text);
      if (isObject(resource as JsonObject)) return { line, resource: resource as JsonObject };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    throw new LoadRefused('not well-formed: each line of NDJSON is one JSON object', { line });
  };
  for await (const piece of readText(file, onBytes)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new LoadRefused('a line is too long for one resource', { line: line + 1 });
    for (const text of lines) {
      const found = read(text);
      if (found !== undefined) yield found;
    }
  }
  const last = read(rest);
  if (last !== undefined) yield last;
}
