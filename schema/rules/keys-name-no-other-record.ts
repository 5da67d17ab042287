// A key names no other record: what is in a key is known before anything is decided, and is sent to other agencies with it.
import { Kind, type SelectionSetNode } from 'graphql';
import { keysOf } from '../model/abouts.ts';
import { isChildType } from '../model/hangs-from.ts';
import type { Network } from '../model/network.ts';
import { readSelection } from '../model/selection.ts';
import { namedType } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const keysNameNoOtherRecord: Rule = {
  name: 'keys-name-no-other-record',
  onSupergraph: true,
  *check(network) {
    for (const { subgraph, type } of network.places) {
      const own = readSelection(network.abouts.get(type.name)?.children);
      for (const { node, fields } of keysOf(type)) {
        const selection = readSelection(fields);
        const named = selection && otherRecordIn(network, type.name, selection, own);
        if (named === undefined) continue;
        const message = `The key "${fields}" of ${type.name} names ${named}, a record of its own that is not decided where the key is known.`;
        const fix = `Give ${type.name} an id of scalar NetworkId and @key(fields: "id"); a key may go through the children path of its own @about and through no other record.`;
        yield { subgraph: subgraph.name, node, coordinate: type.name, message, fix };
      }
    }
  },
};

/** The first record that a key goes through, other than the very children that the type's records are of. `own`: their path, from here on. */
function otherRecordIn(
  network: Network,
  type: string,
  selection: SelectionSetNode,
  own: SelectionSetNode | undefined,
): string | undefined {
  for (const one of selection.selections) {
    // A fragment is no part of a key: composition refuses it.
    if (one.kind !== Kind.FIELD || !one.selectionSet) continue;
    const [place] = network.fields(type, one.name.value);
    if (!place) continue;
    const returned = namedType(place.field.type);
    const next = own?.selections.find((each) => each.kind === Kind.FIELD && each.name.value === one.name.value);
    const path = next?.kind === Kind.FIELD ? next.selectionSet : undefined;
    const record = network.possibleTypes(returned).find((name) => network.abouts.has(name));
    if (record !== undefined && (path === undefined || !isChildType(network, record))) return record;
    const found = otherRecordIn(network, returned, one.selectionSet, path);
    if (found !== undefined) return found;
  }
  return undefined;
}
