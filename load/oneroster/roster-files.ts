import { readCsv, type CsvRow } from '../csv/read-csv.ts';
import { countingBytes } from '../csv/counting-bytes.ts';
import type { LoadInput } from '../format.ts';
import type { InputFile } from '../input/input-file.ts';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';
import { oneRosterMappings, otherRosterFiles, type RosterFile } from './mappings.ts';

const mapped = Object.keys(oneRosterMappings) as readonly RosterFile[];
const known = new Map([...mapped, ...otherRosterFiles].map((name) => [name.toLowerCase(), name] as const));

/** The file of a roster that this is, by its name; undefined for none. */
export function rosterFileOf(fileName: string): RosterFile | (typeof otherRosterFiles)[number] | undefined {
  return known.get(fileName.toLowerCase().replace(/\.csv(\.gz)?$/, ''));
}

/** The lines of a roster's files, each file after those that its lines name. Refuses a file that has not the columns it must have. */
export async function* readRoster(
  input: LoadInput,
  onBytes?: OnBytes,
  only?: ReadonlySet<string>,
): AsyncGenerator<{ readonly of: NonNullable<ReturnType<typeof rosterFileOf>>; readonly row: CsvRow }> {
  const next = countingBytes(onBytes);
  for (const { of, file } of inOrder(input)) {
    if (only !== undefined && !only.has(of)) continue;
    const columns = columnsOf(of);
    for await (const row of readCsv(file, (name) => columns.get(name.toLowerCase()) ?? name, next())) yield { of, row };
  }
}

function inOrder(input: LoadInput): readonly { of: NonNullable<ReturnType<typeof rosterFileOf>>; file: InputFile }[] {
  const found = input.flatMap((file) => {
    const of = rosterFileOf(file.name);
    return of === undefined ? [] : [{ of, file }];
  });
  const twice = found.find(({ of }, at) => found.findIndex((other) => other.of === of) !== at);
  if (twice !== undefined) throw new LoadRefused(`the roster has ${twice.of}.csv twice`);
  const rank = (of: string): number => (mapped as readonly string[]).indexOf(of) + (of in oneRosterMappings ? 0 : 100);
  return found.sort((one, other) => rank(one.of) - rank(other.of));
}

/** The columns of a file as the format writes them, in whatever case an export does. */
function columnsOf(of: string): ReadonlyMap<string, string> {
  const mapping = Object.entries(oneRosterMappings).find(([name]) => name === of)?.[1];
  return new Map(Object.values<string>(mapping?.fields ?? {}).map((column) => [column.toLowerCase(), column] as const));
}
