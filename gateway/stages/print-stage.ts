import type { GraphQLNamedType } from 'graphql';
import { getNamedType, isAbstractType, isInterfaceType } from 'graphql';
import type { Graph } from './graph.ts';
import { setsKey } from './need.ts';
import type { Argument } from '../operations/tree.ts';
import type { Boundary, StageNode } from './stage.ts';

/** The operation that Apollo's planner is given for one stage: at a boundary, routing takes the place of what the client asked. */
export function printStage(
  graph: Graph,
  stage: { type: string; isRoot: boolean; selections: readonly StageNode[] },
): string {
  const printer = new Printer(graph);
  const fields = printer.fields(stage.selections);
  const declared = [...printer.variables].map(([name, type]) => `$${name}:${type}`);
  if (stage.isRoot) {
    return `${stage.type === 'Mutation' ? 'mutation' : 'query'}${declared.length ? `(${declared.join()})` : ''}{${fields}}`;
  }
  return `query($ids:[ID!]!${declared.map((each) => `,${each}`).join('')}){enter_${stage.type}(ids:$ids){${fields || '__typename'}}}`;
}

class Printer {
  readonly variables = new Map<string, string>();
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  fields(nodes: readonly StageNode[]): string {
    return nodes
      .filter((each) => each.boundary?.echo === undefined)
      .map((each) => this.#field(each))
      .join(' ');
  }

  #field({ node, boundary, selections, page }: StageNode): string {
    const args = node.args.map((arg) => this.#argument(arg, page));
    const under = boundary || selections ? this.#under(node.type, boundary, selections) : '';
    const asked = boundary?.search ?? node.name;
    return `${node.key === asked ? '' : `${node.key}:`}${asked}${args.length ? `(${args.join()})` : ''}${under}`;
  }

  #argument({ name, variable, type }: Argument, page: StageNode['page']): string {
    // null asks for all: an agency that cut before the decision would let the cut show what was withheld.
    if (page?.[name] !== undefined) return `${name}:null`;
    this.variables.set(variable, String(type));
    return `${name}:$${variable}`;
  }

  #under(type: StageNode['node']['type'], boundary: Boundary | undefined, selections: StageNode['selections']): string {
    const named = getNamedType(type);
    const shared = new Set(sharedBy(this.#graph, named, selections).map(({ node }) => node.key));
    const parts = [...(selections ?? [])].map(([name, nodes]): [string, string] => [
      name,
      this.fields(nodes.filter(({ node }) => !shared.has(node.key))),
    ]);
    for (const name of boundary?.stages.keys() ?? []) parts.push([name, routing(this.#graph, name)]);
    if (!isAbstractType(named)) return `{${parts.map(([, fields]) => fields).join(' ') || '__typename'}}`;
    const [nodes = []] = [...(selections?.values() ?? [])];
    const common = this.fields(nodes.filter(({ node }) => shared.has(node.key)));
    const fragments = parts.filter(([, fields]) => fields !== '').map(([name, fields]) => `...on ${name}{${fields}}`);
    return `{__typename ${common} ${fragments.join(' ')}}`;
  }
}

/**
 * The fields that are asked of every type of an interface alike, and need the same of each: they are asked of the interface, so that the planner sees
 * what agencies give by interface (`@provides`, `@interfaceObject`).
 */
function sharedBy(graph: Graph, type: GraphQLNamedType, selections: StageNode['selections']): readonly StageNode[] {
  if (!isInterfaceType(type)) return [];
  const [first = [], ...others] = graph.schema.getPossibleTypes(type).map(({ name }) => selections?.get(name) ?? []);
  return first.filter((each) => {
    const field = type.getFields()[each.node.name];
    const isOfInterface = field && getNamedType(field.type).name === getNamedType(each.node.type).name;
    return isOfInterface && others.every((nodes) => nodes.some((other) => isAlike(each, other)));
  });
}

/** Without arguments: their values are of one type's field alone. Without records: whose they are, each agency is asked for itself. */
function areAlike(some: readonly StageNode[], others: readonly StageNode[]): boolean {
  return some.length === others.length && some.every((each, index) => isAlike(each, others[index] as StageNode));
}

function isAlike(one: StageNode, other: StageNode): boolean {
  if (one.boundary || other.boundary || one.node.args.length + other.node.args.length > 0) return false;
  if (one.node.key !== other.node.key || getNamedType(one.node.type) !== getNamedType(other.node.type)) return false;
  if (setsKey(one.need) !== setsKey(other.need)) return false;
  const types = new Set([...(one.selections?.keys() ?? []), ...(other.selections?.keys() ?? [])]);
  return [...types].every((type) => areAlike(one.selections?.get(type) ?? [], other.selections?.get(type) ?? []));
}

/** The fields that must be known of a record to decide on it: its type, key, children and own categories. */
function routing(graph: Graph, type: string): string {
  const record = graph.records.get(type);
  if (!record) throw new Error(`${type} is not a type of records.`);
  return `__typename ${record.key} ${record.about.children} ${record.about.categories ?? ''}`;
}
