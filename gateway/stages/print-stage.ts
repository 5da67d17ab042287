import { getNamedType, isAbstractType } from 'graphql';
import type { Graph } from './graph.ts';
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
    return `${node.key === node.name ? '' : `${node.key}:`}${node.name}${args.length ? `(${args.join()})` : ''}${under}`;
  }

  #argument({ name, variable, type }: Argument, page: StageNode['page']): string {
    // null asks for all: an agency that cut before the decision would let the cut show what was withheld.
    if (page?.[name] !== undefined) return `${name}:null`;
    this.variables.set(variable, String(type));
    return `${name}:$${variable}`;
  }

  #under(type: StageNode['node']['type'], boundary: Boundary | undefined, selections: StageNode['selections']): string {
    const named = getNamedType(type);
    const parts = [...(selections ?? [])].map(([name, nodes]): [string, string] => [name, this.fields(nodes)]);
    for (const name of boundary?.stages.keys() ?? []) parts.push([name, routing(this.#graph, name)]);
    if (!isAbstractType(named)) return `{${parts.map(([, fields]) => fields).join(' ') || '__typename'}}`;
    const fragments = parts.filter(([, fields]) => fields !== '').map(([name, fields]) => `...on ${name}{${fields}}`);
    return `{__typename ${fragments.join(' ')}}`;
  }
}

/** What must be known of a record to decide on it: its type, key, children and own categories. */
function routing(graph: Graph, type: string): string {
  const record = graph.records.get(type);
  if (!record) throw new Error(`${type} is not a type of records.`);
  return `__typename ${record.key} ${record.about.children} ${record.about.categories ?? ''}`;
}
