// Nothing is both labelled and open.
import { elements } from '../model/elements.ts';
import { isLabelled, isOpen, isPage } from '../model/marks.ts';
import type { Rule } from './rule.ts';

export const neverLabelledAndOpen: Rule = {
  name: 'never-labelled-and-open',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, kind, coordinate, node } of elements(network)) {
      const other = isOpen(node) ? '@open' : isPage(node) ? '@page' : undefined;
      if (!isLabelled(node) || other === undefined) continue;
      const message = `The ${kind} ${coordinate} is labelled and ${other} at once.`;
      yield { subgraph: subgraph.name, node, coordinate, message, fix: `Remove ${other}, or the labels.` };
    }
  },
};
