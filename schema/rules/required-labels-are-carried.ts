// A field that `@requires` others is labelled with all that feeds it; as that holds for each of them, it holds for chains of any length.
import { argumentNeed, fieldNeed, typeNeed } from '../model/requirements.ts';
import { beyond, printNeed, unionOfNeeds } from '../model/need.ts';
import { requirements } from '../model/requires.ts';
import type { Network } from '../model/network.ts';
import type { Step } from '../model/selection.ts';
import type { Rule } from './rule.ts';

export const requiredLabelsAreCarried: Rule = {
  name: 'required-labels-are-carried',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type, field, node, steps } of requirements(network, 'requires')) {
      const coordinate = `${type.name}.${field.name.value}`;
      const own = network.isAbstract(type.name) ? [] : [typeNeed(network, type.name)];
      const carried = unionOfNeeds(fieldNeed(network, type.name, field.name.value), ...own);
      for (const step of steps) {
        const missing = beyond(stepNeed(network, step), carried);
        if (missing.size === 0) continue;
        const source = `${step.parent}.${step.field.name.value}`;
        const message = `${coordinate} is made from ${source} and is not labelled with all that ${source} is.`;
        yield {
          subgraph: subgraph.name,
          node,
          coordinate,
          message,
          fix: `Add ${printNeed(missing)} to ${coordinate}.`,
        };
      }
    }
  },
};

/** The permissions that one step of a required selection asks for: the field, the arguments it is given, and the record it enters. */
export function stepNeed(network: Network, { parent, field, returns }: Step) {
  const name = field.name.value;
  const entered = returns === undefined ? [] : network.possibleTypes(returns).map((type) => typeNeed(network, type));
  const args = (field.arguments ?? []).map((one) => argumentNeed(network, parent, name, one.name.value));
  return unionOfNeeds(fieldNeed(network, parent, name), ...args, ...entered);
}
