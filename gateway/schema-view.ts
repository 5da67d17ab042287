import type { Vocabulary } from '@trellis/vocabulary';
import type { DefinitionNode, FieldDefinitionNode, GraphQLSchema, StringValueNode, TypeNode } from 'graphql';
import { Kind, parse, print, printSchema, visit } from 'graphql';
import type { Need } from './stages/need.ts';
import { isOpen, positions } from './stages/need.ts';

/** The part of a graph that a view needs. */
interface ViewedGraph {
  readonly vocabulary: Vocabulary;
  readonly apiSchema: GraphQLSchema;
  needOfCoordinate(coordinate: string): Need;
}

/** One requester's part of a graph, whatever the child. */
interface Part {
  mayEverSee(need: Need): boolean;
  mayEverCall(mutation: string): boolean;
}

/**
 * The schema as one requester may ever see it: fields whose labels nothing could permit and mutations that are always refused are left out, with what only they
 * lead to; the labels of the others are in their descriptions, in the network's own sentences.
 */
export function schemaView(graph: ViewedGraph, part: Part): string {
  const isShown = (coordinate: string): boolean => {
    const [type, field = ''] = coordinate.split('.');
    if (type === 'Mutation' && !part.mayEverCall(field)) return false;
    return part.mayEverSee(graph.needOfCoordinate(coordinate));
  };
  let document = visit(parse(printSchema(graph.apiSchema), { noLocation: true }), {
    ObjectTypeDefinition: (type) => ({ ...type, fields: shownFields(graph, type.name.value, type.fields, isShown) }),
    InterfaceTypeDefinition: (type) => ({ ...type, fields: shownFields(graph, type.name.value, type.fields, isShown) }),
  });
  // A type that has no field left takes with it the fields that return it, and those may have been the last of another's.
  for (let empty = emptyTypes(document.definitions); empty.size > 0; empty = emptyTypes(document.definitions)) {
    const definitions = document.definitions
      .filter((definition) => !empty.has(nameOf(definition)))
      .map((definition) => withoutTypes(definition, empty));
    document = { ...document, definitions };
  }
  const reached = reachedFrom(document.definitions, ['Query', 'Mutation']);
  return print({ ...document, definitions: document.definitions.filter((each) => reached.has(nameOf(each))) });
}

function shownFields(
  graph: ViewedGraph,
  type: string,
  fields: readonly FieldDefinitionNode[] | undefined,
  isShown: (coordinate: string) => boolean,
): readonly FieldDefinitionNode[] {
  return (fields ?? []).flatMap((field) => {
    const coordinate = `${type}.${field.name.value}`;
    if (!isShown(coordinate)) return [];
    const description = described(graph, field.description?.value, graph.needOfCoordinate(coordinate));
    return [{ ...field, ...(description && { description }) }];
  });
}

/** A field's own description, and a line for each label. */
function described({ vocabulary }: ViewedGraph, own: string | undefined, need: Need): StringValueNode | undefined {
  const labels = (['FULL', 'SUMMARY'] as const).flatMap((level) =>
    positions(need[level]).map((bit) => {
      const category = vocabulary.categories[bit];
      return `Label ${category?.code ?? ''} (${level}): ${category?.en ?? ''}`;
    }),
  );
  const value = [...(own === undefined ? [] : [own]), ...(isOpen(need) ? [] : labels)].join('\n');
  return value === '' ? undefined : { kind: Kind.STRING, value, block: true };
}

function emptyTypes(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const empty = definitions.filter((definition) => {
    const hasFields =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION;
    return (
      (hasFields && definition.fields?.length === 0) ||
      (definition.kind === Kind.UNION_TYPE_DEFINITION && definition.types?.length === 0)
    );
  });
  return new Set(empty.map(nameOf));
}

function withoutTypes(definition: DefinitionNode, gone: ReadonlySet<string>): DefinitionNode {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...definition, types: (definition.types ?? []).filter(({ name }) => !gone.has(name.value)) };
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
    return definition;
  return {
    ...definition,
    fields: (definition.fields ?? []).filter(({ type }) => !gone.has(named(type))),
    interfaces: (definition.interfaces ?? []).filter(({ name }) => !gone.has(name.value)),
  };
}

/** The names of these types and of all that they lead to. */
function reachedFrom(definitions: readonly DefinitionNode[], roots: readonly string[]): ReadonlySet<string> {
  const byName = new Map(definitions.map((definition) => [nameOf(definition), definition]));
  const reached = new Set<string>();
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const definition = byName.get(name);
    if (definition === undefined || reached.has(name)) continue;
    reached.add(name);
    visit(definition, { NamedType: ({ name: next }) => void open.push(next.value) });
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      for (const each of definitions) {
        if (each.kind === Kind.OBJECT_TYPE_DEFINITION && each.interfaces?.some((one) => one.name.value === name))
          open.push(nameOf(each));
      }
    }
  }
  return reached;
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name ? definition.name.value : '';
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
