// Every output field of an object type, every argument of one and every input field is labelled or open.
import { elements } from '../model/elements.ts';
import { isLabelled, isOpen, isPage } from '../model/marks.ts';
import type { Rule } from './rule.ts';

export const everythingIsLabelled: Rule = {
  name: 'everything-is-labelled',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (type.kind === 'interface' || isLabelled(node) || isOpen(node)) continue;
      if (kind === 'argument' && isPage(node)) continue;
      const message = `The ${kind} ${coordinate} is neither labelled nor open.`;
      const fix = 'Say what it is, @label(is: ["…"]), or that it needs no permission, @open.';
      yield { subgraph: subgraph.name, node, coordinate, message, fix };
    }
  },
};
