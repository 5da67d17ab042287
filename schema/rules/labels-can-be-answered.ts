// A label is decided for a child: what is labelled where no child is known could never be answered to anybody.
import { elements } from '../model/elements.ts';
import { hangingFrom, isKeyed, rootTypes } from '../model/hangs-from.ts';
import { argumentNeed, fieldNeed } from '../model/requirements.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const labelsCanBeAnswered: Rule = {
  name: 'labels-can-be-answered',
  onSupergraph: false,
  *check(network) {
    const roots = rootTypes(network);
    const ofSomebody = hangingFrom(network, network.abouts.keys());
    const ofNobody = new Set([...roots, ...hangingFrom(network, roots)].filter((name) => !ofSomebody.has(name)));
    for (const element of elements(network)) {
      const { subgraph, type, kind, coordinate, node } = element;
      if (kind === 'input field' || type.kind !== 'object' || !ofNobody.has(type.name)) continue;
      const field = kind === 'field' ? node : element.field;
      if (network.mayBeRecord(namedType(field.type))) continue;
      const need =
        kind === 'field'
          ? fieldNeed(network, type.name, field.name.value)
          : argumentNeed(network, type.name, field.name.value, node.name.value);
      if (need.size === 0) continue;
      // Another agency may yet let an entity hang from a child.
      const isQuestion = isKeyed(network, type.name);
      const where = roots.has(type.name) ? 'stands at the root' : `is reached from the root alone`;
      const message = `${coordinate} is labelled and ${where}, where no child is known: nobody could ever be permitted it.`;
      const fix = `Let it hang from a child, or return records that say whose they are (@about); make it @open if it is of nobody.`;
      yield { subgraph: subgraph.name, node, coordinate, message, fix, isQuestion };
    }
  },
};
