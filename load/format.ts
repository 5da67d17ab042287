import type { Queryable } from '@trellis/platform';
import type { AgencyTables } from './agencies/agency-tables.ts';
import type { InputFile } from './input/input-file.ts';
import type { Mapping } from './mapping.ts';
import type { Writer } from './pour.ts';
import type { LoadStamp } from './store/stamp.ts';
import type { OnBytes, SourceItem, SourcePerson } from './source-item.ts';

/** The child that a number means, or the reason why none can be said. */
export type ChildFound = { readonly child: string } | { readonly skipped: string };
export type FindChild = (number: string) => ChildFound;

/** The context that mapping needs beside the file. */
export interface MappingContext {
  /** The agency's database, as this load sees it: what other files brought. */
  readonly agency: Queryable;
  readonly findChild: FindChild;
  /** The `source` of the records: the format's, and the system's that exported. */
  readonly source: string;
  /** The categories that an officer classified, by code, beside the value sets. */
  readonly classified?: ReadonlyMap<string, string> | undefined;
  /** The day of the export, `YYYY-MM-DD`. */
  readonly exportedOn: string;
  /** The time of the export, ISO 8601. */
  readonly exportedAt: string;
}

/** The result of a first reading of a file: the people in it. The second reading maps its records to what the agency keeps. */
export interface Scanned<Records> {
  /** People the file identifies. */
  readonly persons: readonly SourcePerson[];
  /** Every number by which its records name somebody. */
  readonly numbers: ReadonlySet<string>;
  /** The system that exported it, where the file says so: the authority of a census. */
  readonly issuer?: string | undefined;
  /** The moment at which it was made, where the file says so: ISO 8601. */
  readonly exportedAt?: string | undefined;
  /** The file says that it is one page of several. */
  readonly page?: { readonly hasNext: boolean; readonly hasPrevious: boolean } | undefined;
  /** It adds to records of other files: it goes after them. */
  readonly isLast?: boolean | undefined;
  /** The file says that it holds only what has changed. */
  readonly isDelta?: boolean | undefined;
  read(context: MappingContext, onBytes?: OnBytes): AsyncIterable<SourceItem<Records>>;
}

/** The files that are loaded whole or not at all: one file, or the files of a folder that say one thing together. */
export type LoadInput = readonly [InputFile, ...InputFile[]];

/** A format that an agency's systems export, and how its records become the agency's. */
export interface Format<Records> extends AgencyTables {
  /** In messages and documents. */
  readonly title: string;
  /** The `source` of the records that come of it. */
  readonly source: string;
  readonly mappings: Readonly<Record<string, Mapping>>;
  /** A file's name can be a person's: exports of one person each are called after them. */
  readonly fileNamesArePersonal: boolean;
  /** Its files say one thing together: those of one folder are loaded as one. */
  readonly isSet?: boolean;
  /** Its numbers are an authority's own, and no file says whose: `--source` must. */
  readonly needsSource?: boolean;
  /** Checks whether a file is of this format, by its name and first characters. */
  recognises(name: string, head: string): boolean;
  /** Sets right what must be set right once a file was written, in its transaction. */
  after?(tx: Queryable, writer: Writer, stamp: LoadStamp): Promise<void>;
  /** Reads the input once, to its end. Throws LoadRefused for one that must not be loaded at all. */
  scan(input: LoadInput, agency: Queryable, onBytes?: OnBytes): Promise<Scanned<Records>>;
}
