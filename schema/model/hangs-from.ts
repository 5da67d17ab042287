import { Kind, type FieldDefinitionNode } from 'graphql';
import type { Network } from './network.ts';
import { keysOf } from './abouts.ts';
import { isList, namedType } from './subgraph-model.ts';

/** The names of the types that operations begin at. */
export function rootTypes(network: Network): ReadonlySet<string> {
  return new Set([...rootsOf(network, 'query'), ...rootsOf(network, 'mutation'), ...rootsOf(network, 'subscription')]);
}

/** The names of the types that an operation of this kind begins at: the usual one, and what a schema calls it. */
export function rootsOf(network: Network, operation: 'query' | 'mutation' | 'subscription'): ReadonlySet<string> {
  const names = new Set([{ query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[operation]]);
  for (const { document } of network.subgraphs) {
    for (const node of document.definitions) {
      if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
      for (const one of node.operationTypes ?? []) if (one.operation === operation) names.add(one.type.name.value);
    }
  }
  return names;
}

/** Checks whether a type's records are children themselves: the child that each is about is its key. */
export function isChildType(network: Network, name: string): boolean {
  const about = network.abouts.get(name);
  return about !== undefined && about.children.trim() === about.key;
}

/** Checks whether a value of this type may be a child. */
export function mayBeChild(network: Network, name: string): boolean {
  return network.possibleTypes(name).some((type) => isChildType(network, type));
}

/** Checks whether agencies know this type by a key, so that it may hang from several things at once. */
export function isKeyed(network: Network, name: string): boolean {
  return network.placesOf(name).some(({ type }) => keysOf(type).length > 0);
}

/** All definitions of all fields of a type, whichever subgraph writes them. */
export function definitionsOf(network: Network, name: string): readonly FieldDefinitionNode[] {
  return network.placesOf(name).flatMap(({ type }) => [...type.fields.values()]);
}

/** The types that values reached from these are of, as far as no record lies between: what belongs to whoever it hangs from. */
export function hangingFrom(network: Network, from: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const field of definitionsOf(network, name)) {
      for (const type of network.possibleTypes(namedType(field.type))) {
        if (network.abouts.has(type) || found.has(type)) continue;
        found.add(type);
        open.push(type);
      }
    }
  }
  return found;
}

/** Checks whether a type, or what hangs from it, holds a list of records, besides the children that its own records are of: all of those permit. */
export function listsRecords(network: Network, name: string): boolean {
  return recordListsOf(network, name).length > 0;
}

/** The lists of records that a type, or what hangs from it, holds, besides the children that its own records are of. */
export function recordListsOf(network: Network, name: string): readonly FieldDefinitionNode[] {
  return [name, ...hangingFrom(network, [name])].flatMap((type) => {
    const [own] = network.abouts.get(type)?.children.trim().split(/\W/) ?? [];
    return definitionsOf(network, type).filter(
      (field) => field.name.value !== own && isList(field.type) && network.mayBeRecord(namedType(field.type)),
    );
  });
}
