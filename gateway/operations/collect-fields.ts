import type { FieldNode as FieldAst, FragmentDefinitionNode, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, isAbstractType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { TrellisError } from '../errors.ts';

/** The context that a document needs to be read: its schema, its fragments and its coerced variables. */
export interface ReadContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields that selection sets ask of one concrete type, by response name, in the document's order; conditions evaluated. */
export function collectFields(
  context: ReadContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldAst[]> {
  const fields = new Map<string, FieldAst[]>();
  const visited = new Set<string>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (!isIncluded(context, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const response = selection.alias?.value ?? selection.name.value;
        const same = fields.get(response);
        if (same) same.push(selection);
        else fields.set(response, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(context, selection.typeCondition?.name.value, type)) visit(selection.selectionSet);
      } else if (!visited.has(selection.name.value)) {
        visited.add(selection.name.value);
        const fragment = context.fragments.get(selection.name.value);
        if (fragment && applies(context, fragment.typeCondition.name.value, type)) visit(fragment.selectionSet);
      }
    }
  };
  sets.forEach(visit);
  return fields;
}

function isIncluded({ variables }: ReadContext, selection: SelectionSetNode['selections'][number]): boolean {
  if (!selection.directives?.length) return true;
  try {
    if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] !== false;
  } catch (cause) {
    // A variable may be null though the condition may not: validation passes over one that has a default.
    throw new TrellisError('BAD_REQUEST', { reason: 'VARIABLES' }, { cause });
  }
}

function applies({ schema }: ReadContext, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = schema.getType(condition);
  return isAbstractType(conditional) && schema.isSubType(conditional, type);
}
