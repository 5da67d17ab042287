import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLOutputType } from 'graphql';
import type { Need } from './need.ts';

/** In which order a stage's fetches run. */
export type FetchPlan =
  | { readonly kind: 'sequence' | 'parallel'; readonly nodes: readonly FetchPlan[] }
  | { readonly kind: 'fetch'; readonly fetch: Fetch };

/** All fetches of a plan, in plan order. */
export function fetchesOf(plan: FetchPlan): readonly Fetch[] {
  return plan.kind === 'fetch' ? [plan.fetch] : plan.nodes.flatMap(fetchesOf);
}

/** One planned request to one agency, whole: what a requester who may have everything would ask. */
export interface Fetch {
  /** Its place among the stage's fetches; what depends on it comes later. */
  readonly index: number;
  readonly agency: string;
  readonly operation: 'query' | 'mutation';
  /** The keys that lead from a record to the objects it is for. */
  readonly path: readonly string[];
  /** The selections that a representation carries; undefined for a fetch of root fields. */
  readonly requires: readonly QueryPlanSelectionNode[] | undefined;
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly selections: readonly CutNode[];
  /** Variable → its type. */
  readonly declared: ReadonlyMap<string, string>;
  /** The categories that a representation discloses to this agency beyond its key (`@requires`); undefined where none of it needs permission. */
  readonly flow: Need | undefined;
}

/** The way in which a value is read: its type, taken apart once. */
export interface Reads {
  readonly isNonNull: boolean;
  /** The way in which each item is read; undefined where it is no list. */
  readonly item: Reads | undefined;
  /** A list, asked for by the client, that can hold records. */
  readonly isListOfRecords: boolean;
  /** The named type. */
  readonly type: string;
  readonly isAbstract: boolean;
  /** Checks whether a value fits; undefined for objects. */
  readonly fits: ((value: unknown) => boolean) | undefined;
}

export type CutNode = CutField | CutFragment;

interface CutFragment {
  readonly kind: 'fragment';
  readonly type: string;
  readonly selections: readonly CutNode[];
}

/**
 * - `selected`: the client asked for it.
 * - `routing`: decides on the records that a selected field returns.
 * - `auxiliary`: another fetch needs it.
 * - `typename`: costs nothing and says nothing.
 */
export type FieldRole = 'selected' | 'routing' | 'auxiliary' | 'typename';

export interface CutField {
  readonly kind: 'field';
  readonly name: string;
  /** `Type.field`, by the type that the plan asks it of. */
  readonly coordinate: string;
  /** The response key in this agency's reply. */
  readonly alias: string;
  /** The response key in the tree. */
  readonly key: string;
  readonly args: string;
  readonly variables: readonly string[];
  readonly type: GraphQLOutputType;
  readonly reads: Reads;
  /** The place of its need among the stage's needs. */
  readonly need: number;
  readonly role: FieldRole;
  /** The places of the needs of the types of records it returns; empty where it may return anything but records. */
  readonly reach: readonly number[];
  /** A `__typename` that tells which type an interface object's record is of: asked for by itself, where that is not known. */
  readonly namesType: boolean;
  /** The fetches that an auxiliary field is for. */
  readonly neededBy: readonly number[];
  readonly selections: readonly CutNode[] | undefined;
}
