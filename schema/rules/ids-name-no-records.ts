// Records are named by being returned, where each is decided: an id outside of a key or a children path names them undecided.
import { keysOf } from '../model/abouts.ts';
import { elements } from '../model/elements.ts';
import { isOpen } from '../model/marks.ts';
import type { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { readSelection, walk } from '../model/selection.ts';
import { isList, namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const idsNameNoRecords: Rule = {
  name: 'ids-name-no-records',
  onSupergraph: false,
  *check(network) {
    const routing = routingOf(network);
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || ownSubgraphs.has(subgraph.name)) continue;
      if (namedType(node.type) !== 'NetworkId' || node.name.value === 'id' || routing.has(coordinate)) continue;
      const isSeveral = isList(node.type);
      if (!isSeveral && !isOpen(node)) continue;
      const message = `${coordinate} gives ${isSeveral ? 'ids' : 'an id'} of what was not decided.`;
      const fix = 'Return the records themselves: each is then shown where it may be.';
      yield { subgraph: subgraph.name, node, coordinate, message, fix };
    }
  },
};

/** The coordinates that keys and children paths go through. */
function routingOf(network: Network): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type } of network.places) {
    const paths = [...keysOf(type).map(({ fields }) => fields), network.abouts.get(type.name)?.children];
    for (const path of paths) {
      const selection = readSelection(path);
      for (const { parent, field } of selection ? walk(network, type.name, selection) : []) {
        found.add(`${parent}.${field.name.value}`);
      }
    }
  }
  return found;
}
