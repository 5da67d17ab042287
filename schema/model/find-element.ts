import { visit, type ASTNode, type DirectiveNode } from 'graphql';
import type { SubgraphModel } from './subgraph-model.ts';

const written = /^(?<type>\w+)(?:\.(?<member>\w+)(?:\((?<argument>\w+):\))?)?$/;

/** The element that a coordinate names in one schema: a type, a field, an argument, an input field or an enum's value; of two of one name the later. */
export function findElement(model: SubgraphModel, coordinate: string): ASTNode | undefined {
  const { type: name = '', member, argument } = written.exec(coordinate)?.groups ?? {};
  const type = model.types.get(name);
  if (type === undefined || member === undefined) return type?.nodes.at(-1);
  const values = type.nodes.flatMap((node) => ('values' in node ? (node.values ?? []) : []));
  const field = type.fields.get(member);
  if (argument !== undefined) return field?.arguments?.find((one) => one.name.value === argument);
  return field ?? type.inputFields.get(member) ?? values.find((value) => value.name.value === member);
}

/** The first use of a directive that is as asked, with the kind of what it stands on. */
export function findDirective(
  model: SubgraphModel,
  name: string,
  isAsked: (directive: DirectiveNode, on: string) => boolean,
): DirectiveNode | undefined {
  let found: DirectiveNode | undefined;
  visit(model.document, {
    Directive(node, _key, _parent, _path, ancestors) {
      const on = ancestors.findLast((one) => 'kind' in one)?.kind ?? '';
      if (node.name.value === name && isAsked(node, on)) found ??= node;
    },
  });
  return found;
}
