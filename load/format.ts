import type { Queryable } from '@trellis/platform';
import type { Mapping } from './mapping.ts';
import type { OnBytes, SourceItem, SourcePerson } from './source-item.ts';

/** Which child a number means, or why none can be said. */
export type ChildFound = { readonly child: string } | { readonly skipped: string };
export type FindChild = (number: string) => ChildFound;

/** What the agency does with a child as long as the file says so. */
export interface Work {
  readonly kind: string;
}

/** What a first reading of a file says of the people in it; the second maps its records to what the agency keeps. */
export interface Scanned<Records> {
  /** People the file identifies. */
  readonly persons: readonly SourcePerson[];
  /** Every number by which its records name somebody. */
  readonly numbers: ReadonlySet<string>;
  /** By number: whom the agency works with. */
  readonly work: ReadonlyMap<string, Work>;
  read(findChild: FindChild, onBytes?: OnBytes): AsyncIterable<SourceItem<Records>>;
}

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
  /** Reads the file once, to its end. Throws LoadRefused for a file that must not be loaded at all. */
  scan(path: string, agency: Queryable, onBytes?: OnBytes): Promise<Scanned<Records>>;
  /** Records that must be saved in their place, not together with their neighbours. */
  readonly savedAlone?: (records: Records) => boolean;
  save(tx: Queryable, records: Records): Promise<unknown>;
}
