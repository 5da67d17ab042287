import type { Queryable } from '@trellis/platform';
import type { Mapping } from './mapping.ts';
import type { Writer } from './pour.ts';
import type { Hanging } from './store/save-rows.ts';
import type { Stamp } from './store/stamp.ts';
import type { OnBytes, SourceItem, SourcePerson } from './source-item.ts';

/** Which child a number means, or why none can be said. */
export type ChildFound = { readonly child: string } | { readonly skipped: string };
export type FindChild = (number: string) => ChildFound;

/** What mapping needs to know beside the file. */
export interface MappingContext {
  /** The agency's database, as this load sees it: what other files brought. */
  readonly agency: Queryable;
  readonly findChild: FindChild;
  /** The `source` of the records: the format's, and the system's that exported. */
  readonly source: string;
  /** What an officer classified, by code, beside the value sets. */
  readonly classified?: ReadonlyMap<string, string> | undefined;
  /** The day of the export, `YYYY-MM-DD`. */
  readonly exportedOn: string;
  /** The time of the export, ISO 8601. */
  readonly exportedAt: string;
}

/** What a first reading of a file says of the people in it; the second maps its records to what the agency keeps. */
export interface Scanned<Records> {
  /** People the file identifies. */
  readonly persons: readonly SourcePerson[];
  /** Every number by which its records name somebody. */
  readonly numbers: ReadonlySet<string>;
  /** The system that exported it, where the file says so: the authority of a census. */
  readonly issuer?: string | undefined;
  /** When it was made, where the file says so: ISO 8601. */
  readonly exportedAt?: string | undefined;
  read(context: MappingContext, onBytes?: OnBytes): AsyncIterable<SourceItem<Records>>;
}

/** A row as the database has it, by column. */
export type DatabaseRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** A format that an agency's systems export, and how its records become the agency's. */
export interface Format<Records> {
  readonly agency: string;
  /** In messages and documents. */
  readonly title: string;
  /** The `source` of the records that come of it. */
  readonly source: string;
  /** What the involvements it opens rest on, without a value. */
  readonly evidence: string;
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** A file's name can be a person's: exports of one person each are called after them. */
  readonly fileNamesArePersonal: boolean;
  /** The tables it writes, each after those that its records name. */
  readonly tables: readonly string[];
  /** Of those, what ends when a full export no longer holds it, and how; what is not here goes. By column. */
  readonly ends?: Readonly<Record<string, (row: DatabaseRow, day: string) => DatabaseRow>>;
  /** Of those, what cannot stand without a row of another: the field that names it, and its table. */
  readonly hangs?: Readonly<Record<string, Hanging>>;
  /** Tables of what belongs to no child: it stays. */
  readonly stays?: readonly string[];
  /** What is to be set right once a file was written, in its transaction. */
  after?(tx: Queryable, writer: Writer, stamp: Stamp): Promise<void>;
  /**
   * What the agency does with children now, by its records: the kind of involvement of each that it works with. A statement whose `$1` is
   * the children, whose `$2` is today, and whose `$3` is how the sources begin that count.
   */
  readonly work: string;
  /** Reads the file once, to its end. Throws LoadRefused for a file that must not be loaded at all. */
  scan(path: string, agency: Queryable, onBytes?: OnBytes): Promise<Scanned<Records>>;
}
