// What is required never enters another record, and what is provided only its key: whose that record is has not been asked yet.
import { Kind, type SelectionSetNode } from 'graphql';
import { keysOf } from '../model/abouts.ts';
import type { Network } from '../model/network.ts';
import { requirements } from '../model/requires.ts';
import { includes, readSelection, walk } from '../model/selection.ts';
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
        const entered =
          root === undefined ? requiredRecord(network, type.name, selection) : enter(network, root, selection);
        if (entered === undefined) continue;
        const beyond = root === undefined ? '' : ', beyond its key';
        const message = `@${directive} on ${coordinate} enters ${entered}, a record of its own${beyond}.`;
        const fix =
          root === undefined
            ? `Require fields of ${type.name} alone: which ${entered} records there are, and how many, is decided for each of them, and not for "${subgraph.name}".`
            : `Ask for the key of ${entered} alone; let the client select the rest, where it is decided.`;
        yield { subgraph: subgraph.name, node, coordinate, message, fix };
      }
    }
  },
};

/** The first record that a required selection names, be it by its key alone: its representation would tell another agency of it undecided. */
function requiredRecord(network: Network, type: string, selection: SelectionSetNode): string | undefined {
  for (const { returns } of walk(network, type, selection)) {
    const record =
      returns === undefined ? undefined : network.possibleTypes(returns).find((name) => network.abouts.has(name));
    if (record !== undefined) return record;
  }
  return undefined;
}

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
  const keys = network.placesOf(type).flatMap((place) => keysOf(place.type));
  return keys.flatMap(({ fields }) => readSelection(fields) ?? []);
}
