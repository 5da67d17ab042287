// A field of a record that its agency may not know is nullable: a null where none may stand would take the whole record away.
import { Kind } from 'graphql';
import { keysOf } from '../model/abouts.ts';
import { elements } from '../model/elements.ts';
import { isChildType } from '../model/hangs-from.ts';
import type { Network } from '../model/network.ts';
import { fieldNeed } from '../model/requirements.ts';
import { isExternal } from '../model/resolves.ts';
import { readSelection } from '../model/selection.ts';
import { namedType, type SubgraphModel, type TypeModel } from '../model/subgraph-model.ts';
import type { Rule } from './rule.ts';

export const theUnknownIsNull: Rule = {
  name: 'the-unknown-is-null',
  onSupergraph: false,
  *check(network) {
    for (const { subgraph, type, kind, coordinate, node } of elements(network)) {
      if (kind !== 'field' || type.kind !== 'object' || node.type.kind !== Kind.NON_NULL_TYPE) continue;
      // What is labelled is nullable for another reason, which another rule gives.
      if (fieldNeed(network, type.name, node.name.value).size > 0) continue;
      if (isExternal({ subgraph, type }, node) || isKeyField(type, node.name.value)) continue;
      if (!isAskedOfTheUnknown(network, subgraph, type)) continue;
      const message = `${coordinate} cannot be null, and "${subgraph.name}" is asked for it where others name the ${type.name}, which it may not know.`;
      const fix = 'Remove the outermost `!` of its type: null says that nothing is known.';
      yield { subgraph: subgraph.name, node, coordinate, message, fix };
    }
  },
};

function isKeyField(type: TypeModel, name: string): boolean {
  return keysOf(type).some(({ fields }) =>
    readSelection(fields)?.selections.some((one) => one.kind === Kind.FIELD && one.name.value === name),
  );
}

/** Checks whether a subgraph is asked for entities that it did not name itself: any child that a request names, and what another subgraph returns. */
function isAskedOfTheUnknown(network: Network, subgraph: SubgraphModel, type: TypeModel): boolean {
  if (keysOf(type).length === 0) return false;
  const names = new Set([type.name, ...network.possibleTypes(type.name)]);
  if ([...names].some((name) => isChildType(network, name))) return true;
  return network.places.some(
    (place) =>
      place.subgraph !== subgraph &&
      [...place.type.fields.values()].some(
        (field) =>
          !isExternal(place, field) && network.possibleTypes(namedType(field.type)).some((name) => names.has(name)),
      ),
  );
}
