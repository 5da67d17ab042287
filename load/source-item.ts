import type { TakenBack } from './store/take-back-rows.ts';

/** One element or resource of a file that the account counts: its name in the format, and where it stands. */
export interface ItemPart {
  readonly element: string;
  /** `line 12` in XML, `entry 12` in a bundle */
  readonly place: string;
}

/** A person whom a source identifies by its own number. What the source does not have is absent, never guessed. */
export interface SourcePerson {
  readonly number: string;
  readonly given?: string;
  readonly family?: string;
  readonly birthDate?: string;
  readonly sex?: 'female' | 'male';
  /** Other numbers by which a links file may name this person. */
  readonly otherNumbers?: readonly string[];
}

/**
 * The items that a reader yields: parts of a file that share one fate. A typed source record goes on to be mapped; what the reader cannot use is
 * skipped with a reason; what the format has and Trellis does not is unmapped.
 */
export interface SourceItem<SourceRecord> {
  readonly parts: readonly [ItemPart, ...ItemPart[]];
  readonly fate: { readonly record: SourceRecord } | { readonly skipped: string } | 'unmapped';
  /** Paths inside the parts that the mapping does not use. */
  readonly unmappedFields?: readonly string[];
  /** The rows that the source takes back by saying this, whatever its fate. */
  readonly takesBack?: readonly TakenBack[];
  /** The moment at which the source last changed it, where it says so: ISO 8601. */
  readonly asOf?: string | undefined;
  /** The number by which it names the child it is about, where that is one. */
  readonly about?: string | undefined;
  /** The facts that a header tells of the whole file: the system it comes from, and when it was made. */
  readonly says?: { readonly issuer?: string | undefined; readonly exportedAt?: string | undefined };
  /** Values that are there and cannot be read. */
  readonly unreadable?: readonly Unreadable[];
  /** The notes on what was noticed and is no reason to skip: `the check letter of UPN is wrong`. */
  readonly notes?: readonly string[];
}

/** A value that is there and cannot be read: where, and its form, never the value itself. */
export interface Unreadable {
  readonly path: string;
  /** Digits as `9`, letters as `a`: `99/99/9999`. */
  readonly form: string;
}

/** Told how many bytes of the file were read so far. */
export type OnBytes = (bytes: number) => void;
