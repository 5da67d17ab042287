import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { getNamedType, GraphQLString, isEnumType, isObjectType, Kind } from 'graphql';
import { TrellisError } from '../errors.ts';
import type { FieldDraft } from './read-drafts.ts';
import { readDrafts } from './read-drafts.ts';
import { TreeWriter } from './tree-writer.ts';
import type { NormalisedOperation, ShapeField } from './tree.ts';
import { wrapsOf } from './wraps-of.ts';

/**
 * Reduces an operation to a tree of concrete types in canonical order: conditions evaluated, fragments expanded, aliases gone,
 * literals lifted into variables. Throws LIMIT_EXCEEDED past `limit` fields, counted as they multiply over concrete types.
 */
export function normalise(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limit: number,
  reserved: ReadonlySet<string> = new Set(),
): NormalisedOperation {
  const kind = operation.operation;
  const rootType = schema.getRootType(kind);
  if (kind === 'subscription' || !rootType) throw new TrellisError('BAD_REQUEST', { reason: 'VALIDATION' });

  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const drafts = readDrafts({ schema, fragments, variables }, limit, rootType, operation.selectionSet);
  const writer = new TreeWriter(reserved);
  const root =
    kind === 'mutation'
      ? writer.acts(drafts)
      : (writer.nodes(new Map([[rootType.name, drafts]])).get(rootType.name) ?? []);
  return { kind, key: `${kind}${writer.describe(root)}`, root, shape: shapeOf(drafts), ...writer.result() };
}

function concreteOf(field: GraphQLField<unknown, unknown> | undefined): string | undefined {
  const named = field && getNamedType(field.type);
  return isObjectType(named) ? named.name : undefined;
}

function shapeOf(drafts: readonly FieldDraft[]): readonly ShapeField[] {
  return drafts.map(({ response, key, field, parent, ast, selections }) => ({
    response,
    coordinate: `${parent}.${ast.name.value}`,
    key,
    wraps: wrapsOf(field?.type ?? GraphQLString),
    concrete: concreteOf(field),
    values: field && valuesOf(getNamedType(field.type)),
    selections: selections && new Map([...selections].map(([type, inner]) => [type, shapeOf(inner)])),
  }));
}

function valuesOf(type: GraphQLNamedType): ReadonlySet<unknown> | undefined {
  return isEnumType(type) ? new Set(type.getValues().map(({ name }) => name)) : undefined;
}
