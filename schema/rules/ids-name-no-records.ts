// Records are named by being returned, where each is decided: an id that is neither a record's own nor on its children path names them undecided, in a key too.
import { keysOf } from '../model/abouts.ts';
import { childrenPath } from '../model/children-path.ts';
import { elements } from '../model/elements.ts';
import { isOpen } from '../model/marks.ts';
import type { Network } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { isList, namedType, type TypeModel } from '../model/subgraph-model.ts';
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

/** Coordinates at which an id is what it stands in, or whose: children paths, and the id by which a type's own records are known. */
function routingOf(network: Network): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { type } of network.places) {
    for (const coordinate of childrenPath(network, type.name)) found.add(coordinate);
    for (const own of ownIds(network, type)) found.add(`${type.name}.${own}`);
  }
  return found;
}

/** The ids that are a key by themselves, but for those called as another record's. */
function ownIds(network: Network, type: TypeModel): readonly string[] {
  const others = [...network.abouts.keys()].filter((name) => name !== type.name).map((name) => `${name}id`);
  return keysOf(type)
    .map(({ fields }) => fields)
    .filter((fields) => !others.some((one) => one.toLowerCase() === fields.toLowerCase()));
}
