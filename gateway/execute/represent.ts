import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Graph } from '../stages/graph.ts';
import type { Fetch } from '../stages/fetch-plan.ts';
import type { Data } from './record.ts';
import { Failed, emptyData, isData } from './record.ts';

/** A representation of an object for an agency; undefined where it is not of the type or something required was withheld, Failed where that could not be had. */
export function represent(graph: Graph, fetch: Fetch, object: Data): Data | Failed | undefined {
  const representation = select(graph, fetch.requires ?? [], object);
  if (representation instanceof Failed) return representation;
  if (!representation || typeof representation['__typename'] !== 'string') return undefined;
  for (const rewrite of fetch.inputRewrites) applyRewrite(graph, rewrite, representation);
  return representation;
}

function select(graph: Graph, selections: readonly QueryPlanSelectionNode[], object: Data): Data | Failed | undefined {
  const chosen = emptyData();
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const condition = selection.typeCondition;
      if (condition !== undefined && !graph.isOf(String(object['__typename']), condition)) continue;
      const inner = select(graph, selection.selections, object);
      if (!inner || inner instanceof Failed) return inner;
      Object.assign(chosen, inner);
      continue;
    }
    const key = selection.alias ?? selection.name;
    const value = object[key];
    // Never null in the place of what is not known: the object drops out of the fetch.
    if (value === undefined || value instanceof Failed) return value;
    const inner = selection.selections ? selectValue(graph, selection.selections, value) : value;
    if (inner === undefined || inner instanceof Failed) return inner;
    chosen[key] = inner;
  }
  return chosen;
}

function selectValue(graph: Graph, selections: readonly QueryPlanSelectionNode[], value: unknown): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => selectValue(graph, selections, item));
    const missing = items.find((item) => item === undefined || item instanceof Failed);
    return items.includes(undefined) ? undefined : (missing ?? items);
  }
  return isData(value) ? select(graph, selections, value) : undefined;
}

/** A plan writes into a representation only to say an interface object's name (`... on T`, `__typename`). */
function applyRewrite(graph: Graph, rewrite: FetchDataRewrite, representation: Data): void {
  const last = rewrite.path.at(-1);
  const conditions = rewrite.path.slice(0, -1);
  const type = String(representation['__typename']);
  const isOurs = conditions.every(
    (step) => step.startsWith('... on ') && graph.isOf(type, step.slice('... on '.length)),
  );
  if (rewrite.kind === 'ValueSetter' && last !== undefined && isOurs) representation[last] = rewrite.setValueTo;
}
