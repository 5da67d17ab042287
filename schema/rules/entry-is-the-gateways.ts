// The name `entry` and the root fields `enter_…` are the gateway's: by them it enters records in its private supergraph.
import { entryName } from '../entry-supergraph.ts';
import type { Rule } from './rule.ts';

export const entryIsTheGateways: Rule = {
  name: 'entry-is-the-gateways',
  onSupergraph: false,
  *check(network) {
    for (const { name: subgraph, types } of network.subgraphs) {
      if (subgraph.toLowerCase() === entryName) {
        const message = `A subgraph may not be called \`${subgraph}\`: the gateway answers under that name itself.`;
        yield { subgraph, node: undefined, message, fix: 'Call it by its agency.' };
      }
      for (const node of types.get('Query')?.fields.values() ?? []) {
        if (!node.name.value.startsWith('enter_')) continue;
        const coordinate = `Query.${node.name.value}`;
        const message = `${coordinate} bears a name that the gateway keeps for entering records.`;
        yield { subgraph, node, coordinate, message, fix: 'Give it another name.' };
      }
    }
  },
};
