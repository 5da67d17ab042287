import type { CutNode } from './fetch-plan.ts';
import type { Need } from './need.ts';

/** What remains of a stage for records that permit the same. */
export interface StageCut {
  /** By the fetches' index; undefined where nothing remains: then nothing is requested. */
  readonly fetches: readonly (CutFetch | undefined)[];
  /** What the requester is given by it. */
  readonly disclosed: Need;
}

export interface CutFetch {
  readonly selections: readonly CutNode[];
  /** The selections as text, without braces; for entities each fragment also asks for the key, to be compared. */
  readonly text: string;
  readonly variables: ReadonlySet<string>;
  /** The key fields that each type of entity must echo. */
  readonly echoes: ReadonlyMap<string, readonly string[]>;
}
