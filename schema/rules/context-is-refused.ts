// `@context` and `@fromContext` are refused: they carry values past the cut, and Apollo's gateway will not start on a graph with them.
import { visit, type DirectiveNode } from 'graphql';
import type { Rule } from './rule.ts';

export const contextIsRefused: Rule = {
  name: 'context-is-refused',
  onSupergraph: false,
  *check(network) {
    for (const { name: subgraph, document } of network.subgraphs) {
      const found: DirectiveNode[] = [];
      visit(document, {
        Directive: (node) => {
          if (['context', 'fromContext'].includes(node.name.value)) found.push(node);
        },
      });
      for (const node of found) {
        const message = `@${node.name.value} would carry a value to another field undecided; the gateway refuses to start on it (context/v0.1 is for: SECURITY).`;
        yield { subgraph, node, message, fix: 'Use @requires on a keyed type, with its labels and its @flow.' };
      }
    }
  },
};
