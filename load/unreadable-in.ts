import { readBirthday, readDate, readDay, readDayMonthYear, readMoment, readPlainDay } from './dates.ts';
import { formOf } from './form-of.ts';
import type { Mapping, ValueKind } from './mapping.ts';
import type { Unreadable } from './source-item.ts';

const readers: Readonly<Record<ValueKind, (text: string) => string | undefined>> = {
  day: readDate,
  dayOrInstant: readDay,
  instant: readMoment,
  birthday: readBirthday,
  dayMonthYear: readDayMonthYear,
  plainDay: readPlainDay,
};

/** The values inside one element that are there and cannot be read as its mapping reads them. */
export function unreadableIn(mapping: Mapping, valuesAt: (path: string) => readonly string[]): readonly Unreadable[] {
  return Object.entries(mapping.reads ?? {}).flatMap(([field, kind]) => {
    const path = mapping.fields[field];
    if (path === undefined || kind === undefined) return [];
    return valuesAt(path).flatMap((text) =>
      text.trim() === '' || readers[kind](text) !== undefined ? [] : [{ path, form: formOf(text) }],
    );
  });
}
