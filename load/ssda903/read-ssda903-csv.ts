import { countingBytes } from '../csv/counting-bytes.ts';
import { readCsv } from '../csv/read-csv.ts';
import { pickValues, rowItem } from '../csv/row-item.ts';
import type { LoadInput } from '../format.ts';
import { headOf } from '../input/head-of.ts';
import type { InputFile } from '../input/input-file.ts';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes, SourceItem } from '../source-item.ts';
import { tableOfHead } from './csv-tables.ts';
import { distinct } from '../distinct.ts';
import { ssda903Mappings } from './mappings.ts';
import { readEpisode, readHeader } from './read-record.ts';
import type { Ssda903Source } from './source-record.ts';

/** The tables of a return as source records: children first, then their episodes, then what is not mapped. */
export async function* readSsda903Csv(input: LoadInput, onBytes?: OnBytes): AsyncGenerator<SourceItem<Ssda903Source>> {
  const next = countingBytes(onBytes);
  const nth = distinct();
  for (const { table, file } of await inOrder(input)) {
    for await (const row of readCsv(file, (name) => name.toUpperCase(), next())) {
      if (table === 'Header') {
        const { Header: mapping } = ssda903Mappings;
        yield rowItem(table, row, mapping, fateOf(readHeader(pickValues(row, mapping.fields))));
      } else if (table === 'Episodes') {
        const { Episodes: mapping } = ssda903Mappings;
        yield rowItem(table, row, mapping, fateOf(readEpisode(pickValues(row, mapping.fields), nth)));
      } else yield rowItem<Ssda903Source>(table, row, undefined, 'unmapped');
    }
  }
}

function fateOf(read: Ssda903Source | { readonly skipped: string }): SourceItem<Ssda903Source>['fate'] {
  return 'skipped' in read ? read : { record: read };
}

async function inOrder(input: LoadInput): Promise<readonly { table: string; file: InputFile }[]> {
  const found: { table: string; file: InputFile }[] = [];
  for (const file of input) {
    const table = tableOfHead(await headOf(file));
    if (table === undefined) throw new LoadRefused(`${file.name}: no table of an SSDA903 return`);
    // Of two returns together nothing could be told apart.
    if (found.some((other) => other.table === table))
      throw new LoadRefused(`two files of the folder are the table ${table}: one return at a time`);
    found.push({ table, file });
  }
  const rank = (table: string): number => (table === 'Header' ? 0 : table === 'Episodes' ? 1 : 2);
  return found.sort((one, other) => rank(one.table) - rank(other.table));
}
