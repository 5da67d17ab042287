import { executeSync, Kind } from 'graphql';
import type { DocumentNode, ExecutionResult, GraphQLSchema, SelectionSetNode } from 'graphql';
import { TrellisError } from '../errors.ts';

const introspective: ReadonlySet<string> = new Set(['__schema', '__type']);

/**
 * Answers an operation that asks about the schema itself; undefined for any other. The two are not asked for together: what is
 * decided and ledgered stays apart from what is public to developers. Only called where introspection is on.
 */
export function answerIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>>,
): ExecutionResult | undefined {
  const names = rootFields(document, operationName);
  if (!names.some((name) => introspective.has(name))) return undefined;
  if (!names.every((name) => name.startsWith('__'))) throw new TrellisError('BAD_REQUEST', { reason: 'INTROSPECTION' });
  return executeSync({
    schema,
    document,
    variableValues: variables,
    ...(operationName !== undefined && { operationName }),
  });
}

function rootFields(document: DocumentNode, operationName: string | undefined): string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) names.push(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else spread(selection.name.value);
    }
  };
  const spread = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        collect(definition.selectionSet);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    if (operationName === undefined || definition.name?.value === operationName) collect(definition.selectionSet);
  }
  return names;
}
