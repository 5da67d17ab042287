// No subscriptions: a stream would be a second way out, and the gateway has only one.
import { Kind } from 'graphql';
import type { Rule } from './rule.ts';

export const noSubscriptions: Rule = {
  name: 'no-subscriptions',
  onSupergraph: false,
  *check(network) {
    for (const { name: subgraph, document, types } of network.subgraphs) {
      const roots = document.definitions.flatMap((node) =>
        node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.operationTypes ?? []) : [],
      );
      const named = roots.find(({ operation }) => operation === 'subscription');
      const node = named ?? types.get('Subscription')?.nodes[0];
      if (!node) continue;
      const message = 'The schema has subscriptions, which the gateway does not serve.';
      yield { subgraph, node, message, fix: 'Remove them; a client asks again.' };
    }
  },
};
