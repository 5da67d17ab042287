import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { InputFile } from '../input/input-file.ts';
import { readText } from '../input/read-text.ts';
import { LoadRefused } from '../load-refused.ts';
import type { OnBytes } from '../source-item.ts';

/** One line of a CSV file with a header: its values by column, in the case of the format, without the empty ones. */
export interface CsvRow {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** No line of any format read here is longer. */
const longestLine = 1_000_000;

/**
 * The lines of a CSV file as they are read. `columnOf` says how the format writes a column. Refuses, with the line, what is no CSV with
 * equally many values in each line, and a header that names a column twice.
 */
export async function* readCsv(
  file: InputFile,
  columnOf: (name: string) => string,
  onBytes?: OnBytes,
): AsyncGenerator<CsvRow> {
  const refuse = (reason: string, line: number): LoadRefused => new LoadRefused(`${file.name}: ${reason}`, { line });
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
    info: true,
    columns: (header: string[]) => {
      if (header.length === 1 && /[;\t|]/.test(header[0] ?? ''))
        throw refuse('its values are parted by something else than commas', 1);
      const columns = header.map(columnOf);
      const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) !== at);
      if (twice !== undefined) throw refuse('the header names a column twice', 1);
      return columns.map((column, at) => (column === '' ? `(column ${at + 1})` : column));
    },
  });
  pipeline(Readable.from(readText(file, onBytes)), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>;
      info: { lines: number };
    }>) {
      const filled = Object.entries(record).filter(([, value]) => value !== '');
      yield { line: info.lines, values: new Map(filled) };
    }
  } catch (error) {
    if (error instanceof LoadRefused)
      throw error.message.includes(file.name) ? error : new LoadRefused(`${file.name}: ${error.message}`);
    if (error instanceof CsvError)
      throw refuse('not well-formed CSV', typeof error['lines'] === 'number' ? error['lines'] : 1);
    throw error;
  }
}
