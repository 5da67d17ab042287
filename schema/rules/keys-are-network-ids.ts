// A key is made of network ids alone, none of them null: an agency's own number is never a key.
import { Kind } from 'graphql';
import { readSelection, walk } from '../model/selection.ts';
import { keysOf } from '../model/abouts.ts';
import type { Rule } from './rule.ts';

export const keysAreNetworkIds: Rule = {
  name: 'keys-are-network-ids',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type } of network.places) {
      for (const { node, fields } of keysOf(type)) {
        const selection = readSelection(fields);
        for (const { parent, field, returns } of selection ? walk(network, type.name, selection) : []) {
          if (field.selectionSet || returns === undefined) continue;
          const coordinate = `${parent}.${field.name.value}`;
          if (returns === 'NetworkId') {
            const id = type.name === parent ? type.fields.get(field.name.value) : undefined;
            if (id === undefined || id.type.kind === Kind.NON_NULL_TYPE) continue;
            const message = `The key "${fields}" of ${type.name} reads ${coordinate}, which may be null: nobody could name that record.`;
            yield { subgraph: subgraph.name, node: id, coordinate, message, fix: 'Write NetworkId!.' };
            continue;
          }
          const message = `The key "${fields}" of ${type.name} reads ${coordinate}, a ${returns}.`;
          const fix = 'Give the type a key of scalar NetworkId; expose the number, if at all, as a labelled field.';
          yield { subgraph: subgraph.name, node, coordinate, message, fix };
        }
      }
    }
  },
};
