import { readDay, readInstant } from './dates.ts';
import { formOf } from './form-of.ts';
import type { Mapping, ValueKind } from './mapping.ts';
import type { Unreadable } from './source-item.ts';

/** The values inside one element that are there and cannot be read as its mapping reads them. */
export function unreadableIn(mapping: Mapping, valuesAt: (path: string) => readonly string[]): readonly Unreadable[] {
  return Object.entries(mapping.reads ?? {}).flatMap(([field, kind]) => {
    const path = mapping.fields[field];
    if (path === undefined || kind === undefined) return [];
    return valuesAt(path).flatMap((text) => (isReadable(text, kind) ? [] : [{ path, form: formOf(text) }]));
  });
}

function isReadable(text: string, kind: ValueKind): boolean {
  return text.trim() === '' || readDay(text) !== undefined || (kind === 'instant' && readInstant(text) !== undefined);
}
