import type { Queryable } from '@trellis/platform';
import type { ChildRecord } from '@trellis/subgraph-identity';
import type { ChildFound } from '../format.ts';
import type { KnownChild } from './known-children.ts';
import type { PersonLinks } from './read-links.ts';
import type { ReviewEntry } from './review-list.ts';

export type How = 'linked' | 'known' | 'matched' | 'registered';

/** One child found for a number, and what identity has to take up. */
export interface LinkedChild {
  readonly child: string;
  readonly how: How;
  /** As identity has it once this is saved. */
  readonly birthDate: string | null;
  /** The number is new to identity. */
  readonly numbered: boolean;
  /** The child's record, where it is new or comes from this very source. */
  readonly record?: ChildRecord;
  /** Sources disagree on when the child was born. */
  readonly disputed: boolean;
}

/** A number that an earlier file of a dry run would have put on record, and its child. */
export interface EarlierPerson {
  readonly issuer: string;
  readonly number: string;
  readonly child: KnownChild;
}

export interface LinkingOptions {
  readonly identity: Queryable;
  readonly agency: string;
  /** The `source` of the children's records. */
  readonly source: string;
  /** The system whose the numbers are, within the agency. */
  readonly issuer: string;
  /** The time of the export, ISO 8601. */
  readonly exportedAt: string;
  readonly links: PersonLinks;
  /** The reference date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newId: () => string;
  /** In a dry run, people of earlier files who would be on record by now. */
  readonly earlier: readonly EarlierPerson[];
}

export interface Linking {
  readonly found: ReadonlyMap<string, LinkedChild>;
  readonly review: readonly ReviewEntry[];
  /** The notes on what was noticed of people, without a value. */
  readonly notes: readonly string[];
  find(number: string): ChildFound;
  /** The child as identity has it whom a number on record means. */
  known(number: string): KnownChild | undefined;
}
