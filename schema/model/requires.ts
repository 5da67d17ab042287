import type { ConstDirectiveNode, SelectionSetNode } from 'graphql';
import { argument, text } from './links.ts';
import type { FieldPlace, Network } from './network.ts';
import { readSelection, walk, type Step } from './selection.ts';
import { applied, namedType } from './subgraph-model.ts';

/** A field that needs, or brings along, fields of another agency. */
export interface Requires extends FieldPlace {
  readonly node: ConstDirectiveNode;
  readonly selection: SelectionSetNode;
  readonly steps: readonly Step[];
}

/** Every `@requires`, or every `@provides`, of every subgraph. */
export function* requirements(network: Network, directive: 'requires' | 'provides'): Generator<Requires> {
  for (const { subgraph, type } of network.places) {
    for (const field of type.fields.values()) {
      for (const node of applied(field, directive)) {
        const selection = readSelection(text(argument(node, 'fields')));
        if (!selection) continue;
        const root = directive === 'requires' ? type.name : namedType(field.type);
        yield { subgraph, type, field, node, selection, steps: [...walk(network, root, selection)] };
      }
    }
  }
}
