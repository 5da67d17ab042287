// A subgraph that returns a record answers its key, its children path and its categories itself: routing comes from who returned it.
import { elements } from '../model/elements.ts';
import type { AboutModel } from '../model/abouts.ts';
import type { Network } from '../model/network.ts';
import { isExternal, resolvesSelection } from '../model/resolves.ts';
import { readSelection } from '../model/selection.ts';
import { namedType, type SubgraphModel } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const whoReturnsARecordKnowsWhose: Rule = {
  name: 'who-returns-a-record-knows-whose',
  onSupergraph: false,
  *check(network) {
    const told = new Set<string>();
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || isExternal({ subgraph, type }, node)) continue;
      for (const record of recordsBehind(network, subgraph, namedType(node.type))) {
        const missing = missingRouting(network, subgraph, record);
        if (missing.length === 0 || told.has(`${subgraph.name} ${record}`)) continue;
        told.add(`${subgraph.name} ${record}`);
        const list = missing.map((one) => `"${one}"`).join(', ');
        const message = `${coordinate} returns ${record}, and "${subgraph.name}" does not answer its ${list} itself.`;
        const fix = `Define ${list} on ${record} in "${subgraph.name}", @shareable in every agency that does.`;
        yield { subgraph: subgraph.name, node, coordinate, message, fix };
      }
    }
  },
};

/** The `@about` types that a value may have. An `@interfaceObject` hides which: all of its implementations. */
function recordsBehind(network: Network, subgraph: SubgraphModel, name: string): string[] {
  const hidden = subgraph.types.get(name)?.kind === 'object';
  return network.possibleTypes(name).filter((type) => network.abouts.has(type) && (hidden || subgraph.types.has(type)));
}

function missingRouting(network: Network, subgraph: SubgraphModel, record: string): string[] {
  const { key, children, categories }: AboutModel = network.abouts.get(record) ?? {
    key: undefined,
    children: '',
    categories: undefined,
  };
  return [...new Set([key, children, categories])].flatMap((fields) => {
    const selection = readSelection(fields);
    return fields !== undefined && selection && !resolvesSelection(network, subgraph, record, selection)
      ? [fields]
      : [];
  });
}
