import { operationFromDocument } from '@apollo/federation-internals';
import { isObjectType, parse } from 'graphql';
import { BoundedCache } from '@trellis/platform';
import { TrellisError } from '../errors.ts';
import type { FieldNode } from '../operations/tree.ts';
import { idKey } from '../operations/tree.ts';
import { compilePlan } from './compile-plan.ts';
import { mostCuts } from './cut.ts';
import type { Graph } from './graph.ts';
import type { Need } from './need.ts';
import { isOpen, unionOf } from './need.ts';
import { printStage } from './print-stage.ts';
import type { Boundary, Stage, StageNode } from './stage.ts';

/** The gateway answers these itself, from the ids they are given: a stub for any well-formed id, whether a child has it or not. */
const echoed: Readonly<Record<string, string>> = { 'Query.child': 'id', 'Query.children': 'ids' };

/**
 * Of these the agency is asked for all that fit, and the gateway answers the only one that may be seen: an agency that chose would tell of namesakes that
 * may not. Where an agency offers no list, its own choice is what can be decided on.
 */
const searched: Readonly<Record<string, string>> = {
  'Query.findChild': 'findChildren',
  'Query.findChildren': 'findChildren',
  'Query.findCandidates': 'findCandidates',
};

/** Splits what is asked of `type` at every boundary, and plans it and the stages behind. */
export function buildStage(graph: Graph, type: string, fields: readonly FieldNode[], isRoot: boolean): Stage {
  const nodes = fields.map((node) => stageNode(graph, node, undefined));
  const asked = flatten(nodes);
  const selections = isRoot ? withoutChildless(nodes) : nodes;
  const needs: Need[] = [];
  const text = printStage(graph, { type, isRoot, selections });
  const plan = text.endsWith('{}') ? undefined : planOf(graph, text);
  const depths = asked.flatMap(({ boundary }) =>
    [...(boundary?.stages.values() ?? [])].map((next) => (boundary?.echo === undefined ? 1 : 0) + next.depth),
  );
  return {
    type,
    isRoot,
    selections,
    asked,
    needs,
    plan: compilePlan(graph, plan, { type, isRoot, selections, needs }),
    depth: Math.max(0, ...depths),
    cuts: new BoundedCache(mostCuts),
  };
}

function planOf(graph: Graph, text: string) {
  try {
    const operation = operationFromDocument(graph.planSchema, parse(text, { noLocation: true }), { validate: false });
    return graph.planner.buildQueryPlan(operation).node;
  } catch (cause) {
    throw new TrellisError('INTERNAL', {}, { cause });
  }
}

function stageNode(graph: Graph, node: FieldNode, above: Need | undefined): StageNode {
  const own = graph.needOfField(node);
  const need = above ? unionOf(graph.vocabulary, [above, own]) : own;
  const page = pageOf(graph, node);
  const inner = itemsOf(graph, node, page).filter(([type]) => !graph.records.has(type));
  const records = [...(node.selections ?? [])].filter(([type]) => graph.records.has(type));
  const selections =
    node.selections &&
    new Map(inner.map(([type, fields]) => [type, fields.map((each) => stageNode(graph, each, need))]));
  const boundary = records.length > 0 ? boundaryOf(graph, node, records) : undefined;
  const below = [...(selections?.values() ?? [])].flat();
  const needsSettling = boundary !== undefined || page !== undefined || below.some((each) => each.needsSettling);
  return { node, own, need, boundary, selections, page, needsSettling };
}

function pageOf(graph: Graph, node: FieldNode): StageNode['page'] {
  const paging = node.args.filter((arg) => graph.isPage(`${node.parent}.${node.name}`, arg.name));
  return paging.length > 0 ? Object.fromEntries(paging.map((arg) => [arg.name, arg.variable])) : undefined;
}

/** The selection of a field's objects. A page that begins after an item finds it by its id, be it asked for or not. */
function itemsOf(graph: Graph, { selections }: FieldNode, page: StageNode['page']): [string, readonly FieldNode[]][] {
  const items = [...(selections ?? [])];
  if (page?.['after'] === undefined) return items;
  const ids = new Map(items.map(([type]) => [type, openId(graph, type)]));
  const shapes = new Set([...ids.values()].flatMap((id) => (id ? [String(id.type)] : [])));
  return items.map(([type, fields]) => {
    const id = fields.some(({ name }) => name === 'id') ? undefined : ids.get(type);
    return [type, id ? [...fields, shapes.size > 1 ? { ...id, key: idKey(type) } : id] : fields];
  });
}

function openId(graph: Graph, parent: string): FieldNode | undefined {
  const object = graph.schema.getType(parent);
  const field = isObjectType(object) ? object.getFields()['id'] : undefined;
  if (!field || field.args.length > 0) return undefined;
  const { type } = field;
  const id: FieldNode = { parent, name: 'id', key: 'id', type, args: [], reads: [], selections: undefined };
  return isOpen(graph.needOfField(id)) ? id : undefined;
}

function boundaryOf(graph: Graph, node: FieldNode, records: readonly [string, readonly FieldNode[]][]): Boundary {
  const coordinate = `${node.parent}.${node.name}`;
  const search = searched[coordinate];
  return {
    stages: new Map(records.map(([type, fields]) => [type, buildStage(graph, type, fields, false)])),
    echo: node.args.find((arg) => arg.name === echoed[coordinate])?.variable,
    search: search !== undefined && graph.hasField(node.parent, search) ? search : undefined,
  };
}

/** Under the root no child is known: what needs permission there is withheld from everyone, but for fields that return records, which bring their own. */
function withoutChildless(nodes: readonly StageNode[]): readonly StageNode[] {
  return nodes.flatMap((each): StageNode[] => {
    if (each.boundary) return [{ ...each, selections: each.selections && openOf(each.selections) }];
    if (!isOpen(each.need)) return [];
    return [{ ...each, selections: each.selections && openOf(each.selections) }];
  });
}

function openOf(selections: ReadonlyMap<string, readonly StageNode[]>): ReadonlyMap<string, readonly StageNode[]> {
  return new Map([...selections].map(([type, nodes]) => [type, withoutChildless(nodes)]));
}

function flatten(nodes: readonly StageNode[]): readonly StageNode[] {
  return nodes.flatMap((each) => [each, ...flatten([...(each.selections?.values() ?? [])].flat())]);
}
