import type { LoadingAgency } from '../../../../load/agencies/index.ts';
import type { Random } from '../../../property/random.ts';

/** A file of an export: the tests write it as it is. */
export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

/** A format as the oracle knows it: how such an export is made, and what a reader that shares nothing with the loader says of the files. */
export interface ExportKind {
  readonly agency: LoadingAgency;
  readonly source?: string;
  /** Files of one export, with repeats and retractions. */
  make(chance: Random): readonly ExportFile[];
  /** What a plain reading of the files says should stand in the agency's tables, sorted. */
  said(files: readonly ExportFile[]): readonly string[];
  /** The same, from the tables: by a statement, or every value of these tables. */
  readonly kept: string | readonly string[];
  /** The files say one thing together: they are given as one folder. */
  readonly isSet?: boolean;
}

/** A day of some years. */
export function someDay(chance: Random, from = 2015, years = 6): string {
  return new Date(Date.UTC(from, 0, 1) + chance.below(years * 365) * 86_400_000).toISOString().slice(0, 10);
}

export function times<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

/** Every text between an opening and a closing tag of this name, whatever its prefix. */
export function allBetween(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`, 'g'))].map(
    ([, inside = '']) => inside,
  );
}

export function between(text: string, name: string): string {
  return (allBetween(text, name)[0] ?? '').trim();
}
