// Every label directive that a subgraph uses is composed by it, else its labels would silently vanish from the supergraph.
import { visit, type ConstDirectiveNode } from 'graphql';
import { argument, text } from '../model/links.ts';
import { labelNames } from '../model/specs.ts';
import type { SubgraphModel } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const labelsAreComposed: Rule = {
  name: 'labels-are-composed',
  onSupergraph: false,
  *check(network) {
    for (const subgraph of network.subgraphs) {
      const directives = directivesOf(subgraph);
      const composed = directives
        .filter(({ name }) => name.value === 'composeDirective')
        .map((node) => text(argument(node, 'name')));
      for (const name of labelNames) {
        const used = directives.find((node) => node.name.value === name);
        if (!used || composed.includes(`@${name}`)) continue;
        const message = `@${name} is used and not composed: it would vanish from the supergraph.`;
        const fix = `Add @composeDirective(name: "@${name}") to the schema.`;
        yield { subgraph: subgraph.name, node: used, coordinate: `@${name}`, message, fix };
      }
    }
  },
};

function directivesOf({ document }: SubgraphModel): ConstDirectiveNode[] {
  const found: ConstDirectiveNode[] = [];
  visit(document, { Directive: (node) => void found.push(node as ConstDirectiveNode) });
  return found;
}
