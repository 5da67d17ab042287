import { Kind, type FieldDefinitionNode, type SelectionSetNode } from 'graphql';
import { argument, text } from './links.ts';
import type { Network } from './network.ts';
import { applied, namedType, type SubgraphModel, type TypePlace } from './subgraph-model.ts';

/** Checks whether a field is only mentioned where it is written, and answered elsewhere. */
export function isExternal({ type }: TypePlace, field: FieldDefinitionNode): boolean {
  return applied(field, 'external').length > 0 || applied(type, 'external').length > 0;
}

/** Checks whether the subgraph itself answers this field: it defines it, and nobody took it over by `@override`. */
export function resolvesField(network: Network, subgraph: SubgraphModel, type: string, name: string): boolean {
  const places = network.fields(type, name);
  const own = places.find((place) => place.subgraph === subgraph);
  if (!own || isExternal(own, own.field)) return false;
  return !places.some(({ field }) =>
    applied(field, 'override').some((node) => text(argument(node, 'from')) === subgraph.name),
  );
}

/** Checks whether the subgraph answers a whole selection on a type by itself. */
export function resolvesSelection(
  network: Network,
  subgraph: SubgraphModel,
  type: string,
  selection: SelectionSetNode,
): boolean {
  return selection.selections.every((one) => {
    if (one.kind !== Kind.FIELD) return false;
    if (!resolvesField(network, subgraph, type, one.name.value)) return false;
    const field = subgraph.types.get(type)?.fields.get(one.name.value);
    if (!one.selectionSet) return true;
    return field !== undefined && resolvesSelection(network, subgraph, namedType(field.type), one.selectionSet);
  });
}
