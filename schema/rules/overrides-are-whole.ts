// A field is overridden wholly or not at all: who answers it, and so what flows where, may not depend on chance.
import { argument } from '../model/links.ts';
import { applied } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const overridesAreWhole: Rule = {
  name: 'overrides-are-whole',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type } of network.places) {
      for (const field of type.fields.values()) {
        const node = applied(field, 'override').find((one) => argument(one, 'label') !== undefined);
        if (!node) continue;
        const coordinate = `${type.name}.${field.name.value}`;
        const message = `${coordinate} is overridden for a part of the requests only.`;
        yield { subgraph: subgraph.name, node, coordinate, message, fix: 'Remove `label` from @override.' };
      }
    }
  },
};
