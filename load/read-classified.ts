import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { vocabulary } from '@trellis/vocabulary';
import { LoadRefused } from './load-refused.ts';

/**
 * Reads what an officer classified: a CSV with the columns `code` and `category`, where a category is one of the network's `sensitivity.*`, or
 * `ordinary`. A line with any other is refused: a record would be answered that should not be, or the other way round.
 */
export async function readClassified(path: string): Promise<ReadonlyMap<string, string>> {
  let rows: readonly Readonly<Record<string, string>>[];
  try {
    rows = parse(await readFile(path, 'utf8'), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch {
    throw new LoadRefused('the classification is not a CSV file with a header that can be read');
  }
  const categories = new Set([
    'ordinary',
    ...vocabulary.categories.flatMap(({ code, domain }) => (domain === 'sensitivity' ? code : [])),
  ]);
  return new Map(
    rows.map(({ code, category }, at) => {
      if (code === undefined || code === '' || category === undefined || !categories.has(category))
        throw new LoadRefused('the classification needs a code, and a category of sensitivity or `ordinary`', {
          line: at + 2,
        });
      return [code, category];
    }),
  );
}
