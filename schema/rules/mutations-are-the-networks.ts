// Mutations are the register's alone: an agency's would run before anything is decided, for anybody with a token, untold who asks.
import { elements } from '../model/elements.ts';
import { rootsOf } from '../model/hangs-from.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import type { Rule } from './rule.ts';

export const mutationsAreTheNetworks: Rule = {
  name: 'mutations-are-the-networks',
  onSupergraph: false,
  *check(network) {
    const roots = rootsOf(network, 'mutation');
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || !roots.has(type.name) || ownSubgraphs.has(subgraph.name)) continue;
      const message = `${coordinate} is a mutation of an agency: it would run for anybody with a token before anything is decided, and "${subgraph.name}" would not be told who asks.`;
      const fix = 'Take it out of the graph: what people do goes through the register, or to the agency itself.';
      yield { subgraph: subgraph.name, node, coordinate, message, fix };
    }
  },
};
