import type { FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';
import type { Network } from './network.ts';
import type { TypePlace } from './subgraph-model.ts';

/** One thing that bears a mark: an output field, an argument of one, or an input field, where it is written. */
export type Element =
  | (TypePlace & { readonly kind: 'field'; readonly coordinate: string; readonly node: FieldDefinitionNode })
  | (TypePlace & { readonly kind: 'input field'; readonly coordinate: string; readonly node: InputValueDefinitionNode })
  | (TypePlace & {
      readonly kind: 'argument';
      readonly coordinate: string;
      readonly node: InputValueDefinitionNode;
      readonly field: FieldDefinitionNode;
    });

/** Every element of every subgraph, in the order written; interfaces' too. */
export function* elements(network: Network): Generator<Element> {
  for (const place of network.places) {
    const { name } = place.type;
    for (const field of place.type.fields.values()) {
      const coordinate = `${name}.${field.name.value}`;
      yield { ...place, kind: 'field', coordinate, node: field };
      for (const node of field.arguments ?? []) {
        yield { ...place, kind: 'argument', coordinate: `${coordinate}(${node.name.value}:)`, node, field };
      }
    }
    for (const node of place.type.inputFields.values()) {
      yield { ...place, kind: 'input field', coordinate: `${name}.${node.name.value}`, node };
    }
  }
}
