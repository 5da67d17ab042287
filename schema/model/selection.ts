import { GraphQLError, Kind, parse, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Network } from './network.ts';
import { namedType } from './subgraph-model.ts';

/** Reads the fields of a `@key`, `@requires`, `@provides` or `@about`. Throws a GraphQLError on anything else. */
export function parseSelection(fields: string): SelectionSetNode {
  const written = fields.trim();
  const [operation, more] = parse(written.startsWith('{') ? written : `{ ${written} }`, {
    noLocation: true,
  }).definitions;
  if (more || operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new GraphQLError(`\`${fields}\` is not a selection of fields.`);
  return operation.selectionSet;
}

/** The same, or undefined where it cannot be read: our rule on @about says so, Apollo's own on the others. */
export function readSelection(fields: string | undefined): SelectionSetNode | undefined {
  if (fields === undefined) return undefined;
  try {
    return parseSelection(fields);
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** One field of a selection: on which type it is asked, and what type it gives. */
export interface Step {
  readonly parent: string;
  readonly field: FieldNode;
  /** The named type it returns; undefined where no subgraph defines the field. */
  readonly returns: string | undefined;
}

/** Walks a selection on a type over all subgraphs' definitions, through fragments. */
export function* walk(network: Network, type: string, selection: SelectionSetNode): Generator<Step> {
  for (const one of selection.selections) {
    if (one.kind === Kind.INLINE_FRAGMENT) {
      yield* walk(network, one.typeCondition?.name.value ?? type, one.selectionSet);
    }
    if (one.kind !== Kind.FIELD || one.name.value === '__typename') continue;
    const [place] = network.fields(type, one.name.value);
    const returns = place && namedType(place.field.type);
    yield { parent: type, field: one, returns };
    if (one.selectionSet && returns !== undefined) yield* walk(network, returns, one.selectionSet);
  }
}

/** Checks whether a selection asks nothing that another does not ask; `__typename` is always known. */
export function includes(all: SelectionSetNode, some: SelectionSetNode): boolean {
  return some.selections.every((one) => {
    if (one.kind === Kind.INLINE_FRAGMENT) return includes(all, one.selectionSet);
    if (one.kind !== Kind.FIELD) return false;
    if (one.name.value === '__typename') return true;
    const same = all.selections.find((other) => other.kind === Kind.FIELD && other.name.value === one.name.value);
    if (same?.kind !== Kind.FIELD) return false;
    return !one.selectionSet || (same.selectionSet !== undefined && includes(same.selectionSet, one.selectionSet));
  });
}
