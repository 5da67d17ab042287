import { vocabulary } from '@trellis/vocabulary';
import {
  Kind,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';

/** A field of an absent agency, as far as inventing an answer needs it. */
export interface MockField {
  readonly name: string;
  readonly isList: boolean;
  /** The name of its type, without lists and marks. */
  readonly type: string;
}

/** The types of an absent agency's schema. */
export interface MockTypes {
  readonly objects: readonly { readonly name: string; readonly fields: readonly MockField[] }[];
  /** The types that are entered by a key. */
  readonly entities: readonly string[];
  isRoot(type: string): boolean;
  isChild(type: string): boolean;
  isComposite(type: string): boolean;
  /** An object type to answer with: itself, or one of those that an interface or union may be; undefined for a leaf. */
  concrete(type: string, at: number): string | undefined;
  lengthOf(field: MockField, usual: number): number;
  /** A value of a scalar or an enum. */
  valueOf(field: MockField, at: number): unknown;
}

const scalars: Readonly<Record<string, (field: string, at: number) => unknown>> = {
  Int: (_field, at) => at + 1,
  Float: (_field, at) => (at + 1) / 2,
  Boolean: () => true,
  Date: () => '2026-01-15',
  DateTime: () => '2026-01-15T12:00:00Z',
  NetworkId: (_field, at) => `${'mock'.repeat(6)}${'ab'[at % 2] ?? 'a'}a`,
  Purpose: () => [...vocabulary.purposes.keys()][0],
};

export function openMockTypes({ definitions }: DocumentNode): MockTypes {
  const objects = mergedObjects(definitions);
  const enums = new Map<string, readonly string[]>();
  const possible = new Map<string, readonly string[]>();
  for (const node of definitions) {
    if (node.kind === Kind.ENUM_TYPE_DEFINITION)
      enums.set(node.name.value, node.values?.map(({ name }) => name.value) ?? []);
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      possible.set(node.name.value, node.types?.map(({ name }) => name.value) ?? []);
    if (node.kind === Kind.INTERFACE_TYPE_DEFINITION)
      possible.set(
        node.name.value,
        [...objects].flatMap(([name, { interfaces }]) => (interfaces.has(node.name.value) ? [name] : [])),
      );
  }
  const isComposite = (type: string): boolean => objects.has(type) || possible.has(type);
  return {
    objects: [...objects].map(([name, { fields }]) => ({
      name,
      // What another agency tells comes with the representation.
      fields: fields.filter((field) => !isMarked(field.directives, 'external')).map(asMockField),
    })),
    entities: [...objects].flatMap(([name, { directives }]) => (isMarked(directives, 'key') ? [name] : [])),
    isRoot: (type) => type === 'Query' || type === 'Mutation',
    isChild: (type) => objects.get(type)?.directives.some(namesItself) === true,
    isComposite,
    concrete(type, at) {
      if (objects.has(type)) return type;
      const members = possible.get(type) ?? [];
      return members[at % Math.max(1, members.length)];
    },
    // An unknown record category would withhold the record; a child is not its own second sibling.
    lengthOf: ({ type }, usual) =>
      type === 'Category' ? 0 : objects.get(type)?.directives.some(namesItself) ? 1 : usual,
    valueOf({ name, type }, at) {
      const values = enums.get(type);
      if (values !== undefined) return values[at % Math.max(1, values.length)];
      return scalars[type]?.(name, at) ?? `invented ${name} ${String(at + 1)}`;
    },
  };
}

interface ObjectNodes {
  readonly fields: FieldDefinitionNode[];
  readonly directives: DirectiveNode[];
  readonly interfaces: Set<string>;
}

function mergedObjects(definitions: readonly DefinitionNode[]): Map<string, ObjectNodes> {
  const objects = new Map<string, ObjectNodes>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
    const object = objects.get(node.name.value) ?? { fields: [], directives: [], interfaces: new Set() };
    object.fields.push(...(node.fields ?? []));
    object.directives.push(...(node.directives ?? []));
    for (const { name } of node.interfaces ?? []) object.interfaces.add(name.value);
    objects.set(node.name.value, object);
  }
  return objects;
}

function asMockField({ name, type }: FieldDefinitionNode): MockField {
  let isList = false;
  let inner: TypeNode = type;
  while (inner.kind !== Kind.NAMED_TYPE) {
    isList ||= inner.kind === Kind.LIST_TYPE;
    inner = inner.type;
  }
  return { name: name.value, isList, type: inner.name.value };
}

function isMarked(directives: readonly DirectiveNode[] | undefined, name: string): boolean {
  return directives?.some((directive) => directive.name.value === name) === true;
}

/** A type that is the child itself is about its own id. */
function namesItself({ name, arguments: given = [] }: DirectiveNode): boolean {
  const children = given.find((each) => each.name.value === 'children')?.value;
  return name.value === 'about' && children?.kind === Kind.STRING && children.value.trim() === 'id';
}
