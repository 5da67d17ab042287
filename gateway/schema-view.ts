import type { Vocabulary } from '@trellis/vocabulary';
import type {
  DefinitionNode,
  FieldDefinitionNode,
  GraphQLSchema,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  StringValueNode,
  TypeNode,
} from 'graphql';
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
  mayEverAsk(coordinate: string): boolean;
}

/**
 * The schema as one requester may ever see it: fields whose labels nothing could permit, and fields and mutations of the register that are always refused, are
 * left out, with what only they lead to; the labels of the others are in their descriptions, in the network's own sentences.
 */
export function schemaView(graph: ViewedGraph, part: Part): string {
  const isShown = (coordinate: string): boolean =>
    part.mayEverAsk(coordinate) && part.mayEverSee(graph.needOfCoordinate(coordinate));
  const document = visit(parse(printSchema(graph.apiSchema), { noLocation: true }), {
    ObjectTypeDefinition: (type) => ({ ...type, fields: shownFields(graph, type.name.value, type.fields, isShown) }),
    InterfaceTypeDefinition: (type) => ({ ...type, fields: shownFields(graph, type.name.value, type.fields, isShown) }),
  });
  const definitions = whole(document.definitions);
  const reached = reachedFrom(definitions, ['Query', 'Mutation']);
  return print({ ...document, definitions: definitions.filter((each) => reached.has(nameOf(each))) });
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

/**
 * What is left once a type that has no field is gone, with the fields that return it, which may have been the last of another's; and once an interface has
 * no field that some type of it lost so: the others still have it.
 */
function whole(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const empty = emptyTypes(definitions);
  const held = definitions
    .filter((definition) => !empty.has(nameOf(definition)))
    .map((definition) => withoutTypes(definition, empty));
  const lost = lostFields(held);
  if (empty.size + lost.size === 0) return held;
  return whole(
    held.map((each) => (isType(each) ? { ...each, fields: fieldsOf(each).filter((field) => !lost.has(field)) } : each)),
  );
}

type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
const isType = (node: DefinitionNode): node is TypeWithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
const fieldsOf = ({ fields }: TypeWithFields): readonly FieldDefinitionNode[] => fields ?? [];

/** The fields of interfaces that some type of theirs does not have. */
function lostFields(definitions: readonly DefinitionNode[]): ReadonlySet<FieldDefinitionNode> {
  const types = definitions.filter(isType);
  return new Set(
    types.flatMap((one) => {
      const implementing = types.filter(({ interfaces }) =>
        interfaces?.some(({ name }) => name.value === one.name.value),
      );
      return fieldsOf(one).filter(({ name }) =>
        implementing.some((each) => fieldsOf(each).every((field) => field.name.value !== name.value)),
      );
    }),
  );
}

function emptyTypes(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const empty = definitions.filter((definition) =>
    isType(definition)
      ? definition.fields?.length === 0
      : definition.kind === Kind.UNION_TYPE_DEFINITION && definition.types?.length === 0,
  );
  return new Set(empty.map(nameOf));
}

function withoutTypes(definition: DefinitionNode, gone: ReadonlySet<string>): DefinitionNode {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
    return { ...definition, types: (definition.types ?? []).filter(({ name }) => !gone.has(name.value)) };
  }
  if (!isType(definition)) return definition;
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
