// Apollo's own access directives are refused: its gateway enforces none of them and will not start on a graph with them.
import { visit, type DirectiveNode } from 'graphql';
import type { Rule } from './rule.ts';

const family = ['authenticated', 'requiresScopes', 'policy'];

export const permissionIsByLabel: Rule = {
  name: 'permission-is-by-label',
  onSupergraph: false,
  *check(network) {
    for (const { name: subgraph, document } of network.subgraphs) {
      const found: DirectiveNode[] = [];
      visit(document, {
        Directive: (node) => {
          if (family.includes(node.name.value)) found.push(node);
        },
      });
      for (const node of found) {
        const message = `@${node.name.value} is not enforced by this gateway, which refuses to start on it.`;
        yield {
          subgraph,
          node,
          message,
          fix: 'Say what the data is with @label; who may have it is for the sharing rules.',
        };
      }
    }
  },
};
