// A type with `@about` has a key that resolves, so that the gateway can come back to a record once it is decided.
import { applied } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const recordsCanBeEntered: Rule = {
  name: 'records-can-be-entered',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, type } of network.places) {
      const [node] = applied(type, 'about');
      if (!node || network.abouts.get(type.name)?.key !== undefined) continue;
      const message = `${type.name} says whose its records are, and has no key by which they can be entered.`;
      const fix = `Give ${type.name} an id of scalar NetworkId and @key(fields: "id"), or drop @about if it belongs to what it hangs from.`;
      yield { subgraph: subgraph.name, node, coordinate: type.name, message, fix };
    }
  },
};
