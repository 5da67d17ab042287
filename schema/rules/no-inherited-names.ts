// No field is named for something that every object has: where it was withheld, what is inherited would stand in its place.
import { elements } from '../model/elements.ts';
import type { Rule } from './rule.ts';

export const noInheritedNames: Rule = {
  name: 'no-inherited-names',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || !(node.name.value in Object.prototype)) continue;
      const message = `${coordinate} has the name of something that every object in JavaScript has.`;
      yield { subgraph: subgraph.name, node, coordinate, message, fix: 'Give it another name.' };
    }
  },
};
