import type { BoundedCache } from '@trellis/platform';
import type { FieldNode } from '../operations/tree.ts';
import type { FetchPlan } from './fetch-plan.ts';
import type { Need } from './need.ts';
import type { StageCut } from './stage-cut.ts';

/**
 * One stage of an operation: what is asked of the root, or of records of one type whose children are known and have been decided.
 * It ends where a field returns records: of those only routing is asked, and the next stage enters from them.
 */
export interface Stage {
  /** `Query`, `Mutation`, or the type of the records it enters. */
  readonly type: string;
  readonly isRoot: boolean;
  readonly selections: readonly StageNode[];
  /** All nodes, at any depth: what was asked for, and so may be withheld. */
  readonly asked: readonly StageNode[];
  /** The distinct needs of all that the stage's fetches may ask for. */
  readonly needs: readonly Need[];
  readonly plan: FetchPlan;
  /** The number of rounds of records that follow, besides those that the request names itself. */
  readonly depth: number;
  /** The parts of the plan that remain, for each combination of needs that are met; filled as combinations occur. */
  readonly cuts: BoundedCache<string, StageCut>;
}

/** A field of a stage. */
export interface StageNode {
  readonly node: FieldNode;
  /** The need of this field and its arguments. */
  readonly own: Need;
  /** The same with all fields above it in this stage: what must be met before it may be asked for. */
  readonly need: Need;
  /** Present where the field returns records. */
  readonly boundary: Boundary | undefined;
  /** Fields of objects that belong to this stage, by concrete type. */
  readonly selections: ReadonlyMap<string, readonly StageNode[]> | undefined;
  /** The paging arguments' variables, by argument: applied by the gateway, after the cut. Undefined where the field has none. */
  readonly page: Readonly<Record<string, string>> | undefined;
  /** True where its value must be settled before it is answered: records come back, or a list is paged, in it or under it. */
  readonly needsSettling: boolean;
}

/** A place where records of `@about` types come back. */
export interface Boundary {
  /** The stage that enters each type of record. */
  readonly stages: ReadonlyMap<string, Stage>;
  /** For `child` and `children`: the variable that holds the ids, which the gateway answers itself. */
  readonly echo: string | undefined;
  /** The field that is asked for all that fit, where children are looked for. */
  readonly search: string | undefined;
}
