import type { FetchNode, PlanNode, QueryPlanSelectionNode, SubscriptionNode } from '@apollo/query-planner';
import { Kind, parse, print } from 'graphql';
import { TrellisError } from '../errors.ts';
import { compileSelections, startPosition } from './compile-selections.ts';
import type { CutNode, Fetch, FetchPlan } from './fetch-plan.ts';
import type { Graph } from './graph.ts';
import type { Need } from './need.ts';
import { isOpen, unionOf } from './need.ts';
import type { StageNode } from './stage.ts';

export interface StageFrame {
  readonly type: string;
  readonly isRoot: boolean;
  readonly selections: readonly StageNode[];
  /** Grows by the needs that are met with. */
  readonly needs: Need[];
}

/** A fetch node with its place: numbered in plan order, its path from a record of the stage. */
interface Placed {
  readonly index: number;
  readonly node: FetchNode;
  readonly path: readonly string[];
}

type Order = { kind: 'sequence' | 'parallel'; nodes: readonly Order[] } | { kind: 'fetch'; placed: Placed };

/** Turns Apollo's plan of a stage into fetches that can be cut: every field with its need, its role, and whom it is for. */
export function compilePlan(graph: Graph, plan: PlanNode | SubscriptionNode | undefined, frame: StageFrame): FetchPlan {
  const placed: Placed[] = [];
  const order = plan ? orderOf(plan, [], frame.isRoot, placed) : undefined;
  const dependents = dependentsOf(placed);
  const compiled = placed.map((each) => compileFetch(graph, each, frame, dependents));
  const attach = (each: Order): FetchPlan =>
    each.kind === 'fetch'
      ? { kind: 'fetch', fetch: compiled[each.placed.index] as Fetch }
      : { kind: each.kind, nodes: each.nodes.map(attach) };
  return order ? attach(order) : { kind: 'parallel', nodes: [] };
}

function orderOf(
  node: PlanNode | SubscriptionNode,
  path: readonly string[],
  isRoot: boolean,
  placed: Placed[],
): Order | undefined {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes.flatMap((each) => orderOf(each, path, isRoot, placed) ?? []);
      return { kind: node.kind === 'Sequence' ? 'sequence' : 'parallel', nodes };
    }
    case 'Flatten': {
      const keys = node.path.filter((step) => step !== '@').map(String);
      return orderOf(node.node, [...path, ...keys], isRoot, placed);
    }
    case 'Fetch': {
      // The entry subgraph is ours: its records are the ones we start from.
      if (node.serviceName === 'entry') return undefined;
      const each = { index: placed.length, node, path: isRoot ? path : path.slice(1) };
      placed.push(each);
      return { kind: 'fetch', placed: each };
    }
    case 'Condition':
    case 'Defer':
    case 'Subscription':
      throw new TrellisError('INTERNAL', {}, { cause: new Error(`A plan with a ${node.kind} node cannot be cut.`) });
  }
}

/** Path (keys joined by dots) → the fetches whose representations need what lies there. */
function dependentsOf(placed: readonly Placed[]): ReadonlyMap<string, readonly number[]> {
  const dependents = new Map<string, number[]>();
  const note = (path: readonly string[], index: number): void => {
    for (let length = 1; length <= path.length; length++) {
      const name = path.slice(0, length).join('.');
      const known = dependents.get(name);
      if (!known) dependents.set(name, [index]);
      else if (!known.includes(index)) known.push(index);
    }
  };
  for (const { index, node, path } of placed) {
    const walk = (selections: readonly QueryPlanSelectionNode[], at: readonly string[]): void => {
      for (const selection of selections) {
        if (selection.kind === 'InlineFragment') walk(selection.selections, at);
        else if (selection.name !== '__typename') {
          const here = [...at, selection.alias ?? selection.name];
          note(here, index);
          walk(selection.selections ?? [], here);
        }
      }
    };
    note(path, index);
    walk(node.requires ?? [], path);
  }
  return dependents;
}

function compileFetch(
  graph: Graph,
  { index, node, path }: Placed,
  frame: StageFrame,
  dependents: ReadonlyMap<string, readonly number[]>,
): Fetch {
  const [definition] = parse(node.operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || node.operationKind === 'subscription') {
    throw new TrellisError('INTERNAL', {}, { cause: new Error('A fetch that is no query cannot be cut.') });
  }
  const [first] = definition.selectionSet.selections;
  const set = node.requires && first?.kind === Kind.FIELD ? first.selectionSet : definition.selectionSet;
  const rootType = graph.schema.getRootType(definition.operation);
  const renames = new Map<string, string>();
  for (const rewrite of node.outputRewrites ?? []) {
    if (rewrite.kind === 'KeyRenamer') renames.set(rewrite.path.filter(isKey).join('.'), rewrite.renameKeyTo);
  }
  const selections: readonly CutNode[] = set
    ? compileSelections({ graph, agency: node.serviceName, needs: frame.needs, dependents, renames }, set, {
        parent: node.requires ? undefined : rootType,
        position: startPosition(frame, path),
        path,
        aliases: [],
        isRouting: false,
      })
    : [];
  const flow = flowOf(graph, node.requires ?? []);
  return {
    index,
    agency: node.serviceName,
    operation: node.operationKind,
    path,
    requires: node.requires,
    inputRewrites: node.inputRewrites ?? [],
    selections,
    declared: new Map(
      (definition.variableDefinitions ?? []).map((each) => [each.variable.name.value, print(each.type)]),
    ),
    flow: isOpen(flow) ? undefined : flow,
  };
}

/** The categories that these representations disclose to their agency. Keys are open, so what needs permission is what `@requires` adds. */
function flowOf(graph: Graph, requires: readonly QueryPlanSelectionNode[], parent?: string): Need {
  const needs = requires.flatMap((each): Need[] => {
    if (each.kind === 'InlineFragment') return [flowOf(graph, each.selections, each.typeCondition ?? parent)];
    if (each.name === '__typename' || parent === undefined) return [];
    const own = graph.needOfCoordinate(`${parent}.${each.name}`);
    return [own, flowOf(graph, each.selections ?? [], graph.typeOf(`${parent}.${each.name}`))];
  });
  return unionOf(graph.vocabulary, needs);
}

function isKey(step: string): boolean {
  return step !== '@' && !step.startsWith('... on ');
}
