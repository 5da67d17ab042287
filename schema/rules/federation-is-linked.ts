// Every subgraph links Apollo Federation 2, where fields are shared and keys resolved only by saying so.
import { headFix } from '../label-directives.ts';
import { federationIdentity } from '../model/specs.ts';
import type { Rule } from './rule.ts';

export const federationIsLinked: Rule = {
  name: 'federation-is-linked',
  onSupergraph: false,
  *check(network) {
    for (const { name, links } of network.subgraphs) {
      const federation = links.features.find(({ identity }) => identity === federationIdentity);
      if (federation?.version.startsWith('v2.')) continue;
      const message = 'The schema does not link Federation 2.';
      yield { subgraph: name, node: federation?.node, message, fix: headFix };
    }
  },
};
