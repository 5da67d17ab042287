/** One element or resource of a file that the account counts: its name in the format, and where it stands. */
export interface Part {
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
 * What a reader yields: parts of a file that share one fate. A typed source record goes on to be mapped; what the reader cannot
 * use is skipped with a reason; what the format has and Trellis does not is unmapped.
 */
export interface SourceItem<SourceRecord> {
  readonly parts: readonly [Part, ...Part[]];
  readonly fate: { readonly record: SourceRecord } | { readonly skipped: string } | 'unmapped';
  /** Paths inside the parts that the mapping does not use. */
  readonly unmappedFields?: readonly string[];
  /** What was noticed and is no reason to skip: `the check letter of UPN is wrong`. */
  readonly notes?: readonly string[];
}

/** Told how many bytes of the file were read so far. */
export type OnBytes = (bytes: number) => void;
