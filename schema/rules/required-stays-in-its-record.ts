// What is required or provided never enters a record beyond its key: whose that record is has not been asked yet.
import { Kind, type SelectionSetNode } from 'graphql';
import { keysOf } from '../model/abouts.ts';
import type { Network } from '../model/network.ts';
import { requirements } from '../model/requires.ts';
import { includes, readSelection } from '../model/selection.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const requiredStaysInItsRecord: Rule = {
  name: 'required-stays-in-its-record',
  onSupergraph: false,
  *check(network) {
    for (const directive of ['requires', 'provides'] as const) {
      for (const { subgraph, type, field, node, selection } of requirements(network, directive)) {
        const coordinate = `${type.name}.${field.name.value}`;
        const root = directive === 'requires' ? undefined : namedType(field.type);
        const entered = root === undefined ? trespass(network, type.name, selection) : enter(network, root, selection);
        if (entered === undefined) continue;
        const message = `@${directive} on ${coordinate} enters ${entered}, a record of its own, beyond its key.`;
        const fix = `Ask for the key of ${entered} alone; let the client select the rest, where it is decided.`;
        yield { subgraph: subgraph.name, node, coordinate, message, fix };
      }
    }
  },
};

/** The first record that a selection on a type enters beyond its key. */
function trespass(network: Network, type: string, selection: SelectionSetNode): string | undefined {
  for (const one of selection.selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) {
      const found = trespass(network, one.typeCondition?.name.value ?? type, one.selectionSet);
      if (found !== undefined) return found;
    }
    if (one.kind !== Kind.FIELD || !one.selectionSet) continue;
    const [place] = network.fields(type, one.name.value);
    const found = place && enter(network, namedType(place.field.type), one.selectionSet);
    if (found !== undefined) return found;
  }
  return undefined;
}

function enter(network: Network, type: string, selection: SelectionSetNode): string | undefined {
  const records = network.possibleTypes(type).filter((name) => network.abouts.has(name));
  const beyond = records.find((name) => !keysIn(network, name).some((key) => includes(key, selection)));
  return beyond ?? (records.length > 0 ? undefined : trespass(network, type, selection));
}

function keysIn(network: Network, type: string): SelectionSetNode[] {
  const keys = network.places(type).flatMap((place) => keysOf(place.type));
  return keys.flatMap(({ fields }) => readSelection(fields) ?? []);
}
