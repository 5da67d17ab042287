import type {
  FragmentDefinitionNode,
  GraphQLArgument,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  DocumentNode,
  ArgumentNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { getNamedType, isInterfaceType, isObjectType, Kind } from 'graphql';

/** One field of an operation that is given arguments, or one condition on it, at the response path of its first occurrence. */
export interface ArgumentSite {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly arguments: readonly { readonly definition: GraphQLArgument; readonly node: ValueNode | undefined }[];
}

/** The fields of an operation that take arguments, and its conditions, fragments included, each fragment once. The operation has been validated. */
export function argumentSites(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly ArgumentSite[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const sites: ArgumentSite[] = [];
  const visited = new Set<string>();
  const addConditions = ({ directives = [] }: SelectionNode, path: readonly string[]): void => {
    for (const { name, arguments: given = [] } of directives) {
      const definition = schema.getDirective(name.value);
      if (definition) sites.push(siteOf(`@${name.value}`, definition.args, given, path));
    }
  };
  const walk = (
    type: GraphQLNamedType | undefined,
    { selections }: SelectionSetNode,
    path: readonly string[],
  ): void => {
    for (const selection of selections) {
      addConditions(selection, path);
      if (selection.kind === Kind.FIELD) {
        const at = [...path, selection.alias?.value ?? selection.name.value];
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (field === undefined) continue;
        if (selection.arguments?.length)
          sites.push(siteOf(`${type?.name ?? ''}.${field.name}`, field.args, selection.arguments, at));
        if (selection.selectionSet) walk(getNamedType(field.type), selection.selectionSet, at);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        walk(condition === undefined ? type : schema.getType(condition), selection.selectionSet, path);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, path);
      }
    }
  };
  walk(schema.getRootType(operation.operation) ?? undefined, operation.selectionSet, []);
  return sites;
}

function siteOf(
  coordinate: string,
  definitions: readonly GraphQLArgument[],
  given: readonly ArgumentNode[],
  path: readonly string[],
): ArgumentSite {
  const nodes = new Map(given.map(({ name, value }) => [name.value, value]));
  return {
    path,
    coordinate,
    arguments: definitions.map((definition) => ({ definition, node: nodes.get(definition.name) })),
  };
}
