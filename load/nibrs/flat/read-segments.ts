import type { InputFile } from '../../input/input-file.ts';
import { readText } from '../../input/read-text.ts';
import { LoadRefused } from '../../load-refused.ts';
import type { OnBytes } from '../../source-item.ts';
import type { Columns } from './mappings.ts';

/** One line of a flat file: what kind of segment it is, and its text. */
export interface Segment {
  readonly kind: string;
  readonly line: number;
  readonly text: string;
  /** The service and the number by which segments of one report belong together. */
  readonly report: string;
}

const kinds: Readonly<Record<string, string>> = {
  '0': 'ZeroReport',
  '1': 'Administrative',
  '2': 'Offense',
  '3': 'Property',
  '4': 'Victim',
  '5': 'Offender',
  '6': 'Arrestee',
  '7': 'GroupBArrest',
};

const longestLine = 10_000;

/** The segments of a NIBRS flat file, line by line. Refuses a line that is not as long as its first four digits say: it is cut off. */
export async function* readSegments(file: InputFile, onBytes?: OnBytes): AsyncGenerator<Segment> {
  let rest = '';
  let line = 0;
  let found = 0;
  for await (const piece of readText(file, onBytes)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) throw new LoadRefused('a line is too long for a segment', { line: line + 1 });
    for (const text of lines) {
      line += 1;
      const segment = segmentOf(text, line);
      if (segment === undefined) continue;
      found += 1;
      yield segment;
    }
  }
  const last = segmentOf(rest, line + 1);
  if (last !== undefined) yield last;
  if (last === undefined && found === 0) throw new LoadRefused('not a NIBRS flat file: it has no segment');
}

function segmentOf(given: string, line: number): Segment | undefined {
  const text = given.replaceAll('\r', '').replaceAll('\u001A', '');
  if (text.trim() === '') return undefined;
  const [, length = '', level = ''] = /^(\d{4})(.)/.exec(text) ?? [];
  const kind = kinds[level];
  if (kind === undefined) throw new LoadRefused('not a NIBRS flat file: a line begins otherwise', { line });
  if (text.length < Number(length))
    throw new LoadRefused('shorter than its first four digits say: it is cut off', { line });
  if (text.length > Number(length) && text.slice(Number(length)).trim() !== '')
    throw new LoadRefused('longer than its first four digits say', { line });
  return { kind, line, text, report: `${at(text, '17-25') ?? ''}/${at(text, '26-37') ?? ''}` };
}

/** The text at a place of a segment, without the space around it; undefined where there is nothing. */
export function at(text: string, columns: Columns): string | undefined {
  const [from = 0, to = 0] = columns.split('-').map(Number);
  const found = text.slice(from - 1, to).trim();
  return found === '' ? undefined : found;
}
