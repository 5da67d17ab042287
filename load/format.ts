import type { Queryable } from '@trellis/platform';
import type { AgencyTables } from './agencies/agency-tables.ts';
import type { InputFile } from './input/input-file.ts';
import type { Mapping } from './mapping.ts';
import type { Writer } from './pour.ts';
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

/** What is loaded whole or not at all: one file, or the files of a folder that say one thing together. */
export type Input = readonly [InputFile, ...InputFile[]];

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
  /** Whether a file is of this format, by its name and first characters. */
  recognises(name: string, head: string): boolean;
  /** What is to be set right once a file was written, in its transaction. */
  after?(tx: Queryable, writer: Writer, stamp: Stamp): Promise<void>;
  /** Reads the input once, to its end. Throws LoadRefused for one that must not be loaded at all. */
  scan(input: Input, agency: Queryable, onBytes?: OnBytes): Promise<Scanned<Records>>;
}
