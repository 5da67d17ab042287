// A label is decided for a child: what is labelled where no child is known could never be answered to anybody.
import { elements, type Element } from '../model/elements.ts';
import { hangingFrom, isKeyed, rootTypes } from '../model/hangs-from.ts';
import { isLabelled } from '../model/marks.ts';
import type { Network } from '../model/network.ts';
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
      const { subgraph, type, kind, node } = element;
      if (kind === 'input field' || type.kind !== 'object' || !ofNobody.has(type.name)) continue;
      const field = kind === 'field' ? node : element.field;
      if (network.mayBeRecord(namedType(field.type))) continue;
      const labelled = labelledIn(network, element);
      if (labelled === undefined) continue;
      // Another agency may yet let an entity hang from a child.
      const isQuestion = isKeyed(network, type.name);
      const where = roots.has(type.name) ? 'stands at the root' : `is reached from the root alone`;
      const message = `${labelled} is labelled and ${where}, where no child is known: nobody could ever be permitted it.`;
      const fix = `Let it hang from a child, or return records that say whose they are (@about); make it @open if it is of nobody.`;
      yield { subgraph: subgraph.name, node, coordinate: labelled, message, fix, isQuestion };
    }
  },
};

/** The coordinate that is labelled: the field, the argument, or the first input field that the argument takes; undefined where nothing is. */
function labelledIn(network: Network, element: Exclude<Element, { kind: 'input field' }>): string | undefined {
  const { type, node, coordinate } = element;
  if (element.kind === 'field') return fieldNeed(network, type.name, node.name.value).size > 0 ? coordinate : undefined;
  if (argumentNeed(network, type.name, element.field.name.value, node.name.value).size > 0) return coordinate;
  return labelledInput(network, namedType(element.node.type), new Set());
}

function labelledInput(network: Network, name: string, seen: Set<string>): string | undefined {
  if (seen.has(name)) return undefined;
  seen.add(name);
  for (const { type } of network.placesOf(name)) {
    for (const field of type.inputFields.values()) {
      if (isLabelled(field)) return `${name}.${field.name.value}`;
      const below = labelledInput(network, namedType(field.type), seen);
      if (below !== undefined) return below;
    }
  }
  return undefined;
}
