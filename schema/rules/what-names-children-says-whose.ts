// A type that leads to children says whose it is by `@about`, or it hangs from its parent and names nobody else; a record opens no other child than those it is of.
import { childrenPath } from '../model/children-path.ts';
import {
  definitionsOf,
  hangingFrom,
  isChildType,
  isKeyed,
  listsRecords,
  mayBeChild,
  rootTypes,
} from '../model/hangs-from.ts';
import type { Network, FieldPlace } from '../model/network.ts';
import { ownSubgraphs } from '../model/own-subgraphs.ts';
import { isExternal } from '../model/resolves.ts';
import { fieldNeed } from '../model/requirements.ts';
import { isList, namedType, type TypePlace } from '../model/subgraph-model.ts';
import type { Rule, RuleFinding } from './rule.ts';

export const whatNamesChildrenSaysWhose: Rule = {
  name: 'what-names-children-says-whose',
  onSupergraph: false,
  *check(network) {
    const roots = rootTypes(network);
    const ofOneChild = hangingFrom(
      network,
      [...network.abouts.keys()].filter((name) => isChildType(network, name)),
    );
    for (const { subgraph, type } of network.places) {
      if (type.kind !== 'object' || roots.has(type.name) || ownSubgraphs.has(subgraph.name)) continue;
      if (network.abouts.has(type.name)) {
        yield* otherChildren(network, { subgraph, type });
        continue;
      }
      for (const field of type.fields.values()) {
        const why = undecided(network, { subgraph, type, field }, ofOneChild.has(type.name));
        if (why === undefined) continue;
        const coordinate = `${type.name}.${field.name.value}`;
        const message = `${coordinate} ${why}, and ${type.name} does not say whose it is.`;
        const fix = `Give ${type.name} an id, @key(fields: "id") and @about(children: …) with the path to all of its children; or leave ${coordinate} out: what hangs from a child needs no way back to it.`;
        yield { subgraph: subgraph.name, node: field, coordinate, message, fix };
      }
    }
  },
};

/** Children whom a record names besides those that it is of: open, they are known to whoever is shown the record, or to anybody where the record is a child. */
function* otherChildren(network: Network, { subgraph, type }: TypePlace): Generator<RuleFinding> {
  const path = childrenPath(network, type.name);
  for (const node of type.fields.values()) {
    const coordinate = `${type.name}.${node.name.value}`;
    if (!mayBeChild(network, namedType(node.type)) || path.has(coordinate) || isExternal({ subgraph, type }, node))
      continue;
    const isOpen = fieldNeed(network, type.name, node.name.value).size === 0;
    if (!isOpen && isChildType(network, type.name)) continue;
    const place = { subgraph: subgraph.name, node, coordinate };
    if (isOpen) {
      const message = `${coordinate} names ${isList(node.type) ? 'children' : 'a child'} for whom nothing is decided, and is open.`;
      const fix = `Label it: each child is then named where that is permitted.`;
      yield { ...place, message, fix };
      continue;
    }
    const message = `Is ${type.name} about the children of ${coordinate} as well? Then what it tells of them is decided without them.`;
    const fix = `If it is, put all of them on the children path of its @about. If it is not, nothing is to be done.`;
    yield { ...place, isQuestion: true, message, fix };
  }
}

/** Why what a type holds may be of others than the children that it was decided for; undefined where it cannot be. */
function undecided(network: Network, { type, field }: FieldPlace, hangsFromOneChild: boolean): string | undefined {
  const returned = namedType(field.type);
  const isSeveral = isList(field.type);
  if (mayBeChild(network, returned)) {
    const isOpen = fieldNeed(network, type.name, field.name.value).size === 0;
    if (isOpen) return `names ${isSeveral ? 'children' : 'a child'} and is open`;
    if (!tellsMore(network, type.name)) return undefined;
    if (isSeveral) return 'names several children';
    if (isKeyed(network, type.name)) return 'names a child';
    return hangsFromOneChild ? 'names another child than the one it hangs from' : undefined;
  }
  const leadsToRecords = isSeveral && network.mayBeRecord(returned);
  const leadsToListsOfRecords =
    !network.mayBeRecord(returned) && network.possibleTypes(returned).some((name) => listsRecords(network, name));
  if (!(leadsToRecords || leadsToListsOfRecords) || !isKeyed(network, type.name) || !tellsMore(network, type.name))
    return undefined;
  return 'leads to records of several children';
}

/** Checks whether a type has data of its own that needs permission: fields that return records bring their own. */
function tellsMore(network: Network, name: string): boolean {
  return definitionsOf(network, name).some(
    (field) => !network.mayBeRecord(namedType(field.type)) && fieldNeed(network, name, field.name.value).size > 0,
  );
}
