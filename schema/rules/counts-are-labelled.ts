// A count tells of what it counts: it is labelled.
import { elements } from '../model/elements.ts';
import { isLabelled } from '../model/marks.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const countName = /^(count|total|numberOf)($|[A-Z])|(Count|Total)$/;

export const countsAreLabelled: Rule = {
  name: 'counts-are-labelled',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || isLabelled(node)) continue;
      if (!countName.test(node.name.value) || !['Int', 'Float'].includes(namedType(node.type))) continue;
      const message = `${coordinate} counts and does not say what.`;
      yield {
        subgraph: subgraph.name,
        node,
        coordinate,
        message,
        fix: 'Label it with the categories of what it counts.',
      };
    }
  },
};
