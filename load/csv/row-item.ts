import { unmappedFields, type Mapping } from '../mapping.ts';
import type { SourceItem } from '../source-item.ts';
import { unreadableIn } from '../unreadable-in.ts';
import type { CsvRow } from './read-csv.ts';

/** The values that a source record takes from a line, field by field. */
export function pickValues<Field extends string>(
  { values }: CsvRow,
  fields: Readonly<Record<Field, string>>,
): Partial<Record<Field, string>> {
  const picked: Partial<Record<Field, string>> = {};
  for (const field of Object.keys(fields) as Field[]) {
    const value = values.get(fields[field]);
    if (value !== undefined) picked[field] = value;
  }
  return picked;
}

/** A line as the account counts it, with what its mapping leaves over and what cannot be read. */
export function rowItem<Source>(
  element: string,
  { line, values }: CsvRow,
  mapping: Mapping | undefined,
  fate: SourceItem<Source>['fate'],
): SourceItem<Source> {
  const parts = [{ element, place: `${element}, line ${line}` }] as const;
  if (mapping === undefined || fate === 'unmapped') return { parts, fate };
  return {
    parts,
    fate,
    unmappedFields: unmappedFields(mapping, values.keys(), '.'),
    unreadable: unreadableIn(mapping, (path) => [values.get(path)].filter((value) => value !== undefined)),
  };
}
