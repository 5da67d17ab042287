// What must be known to decide on a record is open: the fields of its keys, of its children path, and its own categories.
import type { Network } from '../model/network.ts';
import { keysOf } from '../model/abouts.ts';
import { fieldNeed } from '../model/requirements.ts';
import { readSelection, walk } from '../model/selection.ts';
import { applied, type TypePlace } from '../model/subgraph-model.ts';
import type { RuleFinding, Rule } from './rule.ts';

export const routingIsOpen: Rule = {
  name: 'routing-is-open',
  onSupergraph: true,
  *check(network) {
    for (const place of network.places) {
      for (const { node, fields } of keysOf(place.type)) yield* labelled(network, place, fields, 'key', node);
      const about = network.abouts.get(place.type.name);
      const [node] = applied(place.type, 'about');
      if (!about || !node) continue;
      yield* labelled(network, place, about.children, 'children path', node);
      yield* labelled(network, place, about.categories, 'categories', node);
    }
  },
};

function* labelled(
  network: Network,
  { subgraph, type }: TypePlace,
  fields: string | undefined,
  what: string,
  node: RuleFinding['node'],
): Generator<RuleFinding> {
  const selection = readSelection(fields);
  for (const { parent, field } of selection ? walk(network, type.name, selection) : []) {
    const coordinate = `${parent}.${field.name.value}`;
    if (fieldNeed(network, parent, field.name.value).size === 0) continue;
    const message = `${coordinate} is part of the ${what} of ${type.name}, asked before anything is decided, and is labelled.`;
    yield {
      subgraph: subgraph.name,
      node,
      coordinate,
      message,
      fix: `Make ${coordinate} @open, or leave it out of the ${what}.`,
    };
  }
}
