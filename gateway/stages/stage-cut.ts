import type { CutNode } from './fetch-plan.ts';
import type { Need } from './need.ts';
import type { PurposeSet } from './purpose-set.ts';

/** The part of a stage that remains for records that permit the same. */
export interface StageCut {
  /** By the fetches' index; undefined where nothing remains: then nothing is requested. */
  readonly fetches: readonly (CutFetch | undefined)[];
  /** The categories that the requester is given by it, by the place of the purpose under which they are asked for. */
  readonly disclosed: ReadonlyMap<number, Need>;
  /** The keys that lead to a field, joined by dots → the purposes that permit asking for it. */
  readonly under: ReadonlyMap<string, PurposeSet>;
}

export interface CutFetch {
  readonly selections: readonly CutNode[];
  /** The purposes under which it is asked: of each field, the first that permits it. */
  readonly under: PurposeSet;
  /** The selections as text, without braces; for entities each fragment also asks for the key, to be compared. */
  readonly text: string;
  readonly variables: ReadonlySet<string>;
  /** The key fields that each type of entity must echo. */
  readonly echoes: ReadonlyMap<string, readonly string[]>;
}
