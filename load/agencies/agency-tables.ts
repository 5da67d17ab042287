import type { Hanging } from '../store/save-rows.ts';

/** A row as the database has it, by column. */
export type DatabaseRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** The tables that loading writes for an agency, whichever of its formats a file has, and what its records say of its work. */
export interface AgencyTables {
  readonly agency: string;
  /** The beginnings of the sources of what its formats bring. */
  readonly sources: readonly string[];
  /** The evidence for the involvements that it opens, without a value. */
  readonly evidence: string;
  /** The tables it writes, each after those that its records name. */
  readonly tables: readonly string[];
  /** Of those, what cannot stand without a row of another: the field that names it, and its table. */
  readonly hangs?: Readonly<Record<string, Hanging>>;
  /** Of those, what ends when a full export no longer holds it, and how; what is not here goes. By column. */
  readonly ends?: Readonly<Record<string, (row: DatabaseRow, day: string) => DatabaseRow>>;
  /** Tables of what belongs to no child: it stays. */
  readonly stays?: readonly string[];
  /**
   * The statement for what the agency does with children now, by its records: the kind of involvement of each that it works with. Its `$1` is the
   * children, its `$2` is today, and its `$3` is how the sources begin that count.
   */
  readonly work: string;
  /**
   * The statement for the children of whom something has ended by its own day, after the day `$1` and by the day `$2`, by sources that begin as `$3` says.
   * Left out where work ends by what is said alone.
   */
  readonly lapsed?: string;
}

/** The condition that a row came of one of the sources that count. */
export function ofSources(column: string): string {
  return `exists (select from unnest($3::text[]) counted where starts_with(${column}, counted))`;
}
