import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { vocabulary } from '@trellis/vocabulary';
import { LoadRefused } from '../load-refused.ts';
import { networkIdOfLabel } from './network-label.ts';

/** The child that a number means: a child by its network id; a child under a label, made where there is none yet; or somebody new. */
export type LinkTarget = { readonly child: string; readonly made: boolean } | 'new';

/** The content of a links file for one agency. */
export interface PersonLinks {
  readonly byNumber: ReadonlyMap<string, LinkTarget>;
  /** The numbers that each of its lines has. */
  readonly lines: ReadonlyMap<number, readonly string[]>;
}

export const noLinks: PersonLinks = { byNumber: new Map(), lines: new Map() };

/** The columns of a crosswalk that hold each agency's numbers. */
const crosswalkColumns: Readonly<Record<string, readonly string[]>> = {
  'mental-health': ['fhir_patient_id'],
  education: ['edfi_student'],
  'child-protection': ['cin_LAchildID', 'cin_UPN'],
  police: ['nibrs_person'],
};

/**
 * Reads a links file for one agency. Two forms, told apart by the header: `child,number` (and `agency`, where one file serves several),
 * and a crosswalk, whose column `network_child` stands beside a column of numbers per agency. Refuses a file with a line that cannot be
 * meant: a wrong link is worse than none.
 */
export async function readPersonLinks(path: string, agency: string): Promise<PersonLinks> {
  const links = new Map<string, LinkTarget>();
  const lines = new Map<number, readonly string[]>();
  for (const { line, child, numbers } of rowsFor(agency, await readRows(path))) {
    const target = targetOf(child);
    if (target === undefined)
      throw new LoadRefused('the links file names a child by neither a network id, a label nor `new`', { line });
    for (const number of numbers) {
      const before = links.get(number);
      if (before !== undefined && !same(before, target))
        throw new LoadRefused('the links file gives one number to two children', { line });
      links.set(number, target);
    }
    lines.set(line, numbers);
  }
  return { byNumber: links, lines };
}

interface Row {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

async function readRows(path: string): Promise<readonly Row[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new LoadRefused('the links file cannot be read');
  }
  try {
    return parse<Row, Record<string, string>>(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      on_record: (fields, { lines }) => ({ line: lines, fields }),
    });
  } catch {
    throw new LoadRefused('the links file is not CSV with a header and equally many fields in each line');
  }
}

function* rowsFor(
  agency: string,
  rows: readonly Row[],
): Generator<{ line: number; child: string; numbers: readonly string[] }> {
  const header = rows[0]?.fields ?? {};
  const isCrosswalk = 'network_child' in header;
  if (rows.length > 0 && !isCrosswalk && !('child' in header && 'number' in header)) {
    throw new LoadRefused(
      'the links file needs the columns `child` and `number`, or `network_child` and those of a crosswalk',
      { line: 1 },
    );
  }
  for (const { line, fields } of rows) {
    if (!isCrosswalk && 'agency' in fields && fields.agency !== agency) continue;
    const columns = isCrosswalk ? (crosswalkColumns[agency] ?? []) : ['number'];
    const numbers = columns.flatMap((column) => fields[column] || []);
    const child = (isCrosswalk ? fields.network_child : fields.child) ?? '';
    if (numbers.length > 0) yield { line, child, numbers };
    else if (!isCrosswalk) throw new LoadRefused('the links file has a line without a number', { line });
  }
}

function targetOf(child: string): LinkTarget | undefined {
  if (child === 'new') return 'new';
  if (vocabulary.networkId.test(child)) return { child, made: false };
  const id = networkIdOfLabel(child);
  return id === undefined ? undefined : { child: id, made: true };
}

function same(one: LinkTarget, other: LinkTarget): boolean {
  return one === 'new' || other === 'new' ? one === other : one.child === other.child;
}
