import type { ConstDirectiveNode, DocumentNode, FieldNode, ObjectTypeDefinitionNode } from 'graphql';
import { Kind, valueFromASTUntyped, visit } from 'graphql';
import { selectionSet } from './selection-set.ts';

/** The facts that a supergraph's `@join__…` directives state of its agencies. */
export interface Joins {
  /** `Type agency` → its keys. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** `Type.field agency` → the type it has there, where that is another than the supergraph's. */
  readonly ownTypes: ReadonlyMap<string, string>;
  /** Names of fields that some `@requires` asks with arguments of its own. */
  readonly requiredWithArguments: ReadonlySet<string>;
  /** `Type.field` → the agencies that answer it. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
}

export function readJoins(document: DocumentNode): Joins {
  const agencies = readAgencies(document);
  return {
    keys: readKeys(document, agencies),
    ownTypes: readOwnTypes(document, agencies),
    requiredWithArguments: readRequiredWithArguments(document),
    answeredBy: readAnsweredBy(document, agencies),
  };
}

/** The names that `join__Graph` has for the agencies. */
function readAgencies(document: DocumentNode): ReadonlyMap<string, string> {
  const agencies = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const [graph] = (value.directives ?? []).filter((directive) => directive.name.value === 'join__graph');
      if (graph) agencies.set(value.name.value, String(argumentsOf(graph)['name']));
    }
  }
  return agencies;
}

/** `Type agency` → its keys, from the supergraph's `@join__type`. */
function readKeys(
  document: DocumentNode,
  agencies: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = (definition as ObjectTypeDefinitionNode).directives ?? [];
    for (const join of joins.filter((directive) => directive.name.value === 'join__type')) {
      const { graph, key } = argumentsOf(join);
      if (typeof key !== 'string') continue;
      const name = `${definition.name.value} ${agencies.get(String(graph)) ?? ''}`;
      keys.set(name, [...(keys.get(name) ?? []), key]);
    }
  }
  return keys;
}

/** `Type.field agency` → the type it has there, where that is another than the supergraph's. */
function readOwnTypes(document: DocumentNode, agencies: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      for (const join of (field.directives ?? []).filter((directive) => directive.name.value === 'join__field')) {
        const { graph, type } = argumentsOf(join);
        if (typeof type !== 'string') continue;
        types.set(`${definition.name.value}.${field.name.value} ${agencies.get(String(graph)) ?? ''}`, type);
      }
    }
  }
  return types;
}

/** `Type.field` → the agencies that answer it: those of its type unless the field names its own. */
function readAnsweredBy(
  document: DocumentNode,
  agencies: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const answeredBy = new Map<string, readonly string[]>();
  const agenciesIn = (directives: readonly ConstDirectiveNode[], name: string): readonly string[] => {
    const joins = directives.filter((directive) => directive.name.value === name).map(argumentsOf);
    const answering = joins.filter(({ external, usedOverridden }) => external !== true && usedOverridden !== true);
    return [...new Set(answering.flatMap(({ graph }) => agencies.get(String(graph)) ?? []))];
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const ofType = agenciesIn(definition.directives ?? [], 'join__type');
    for (const { name, directives = [] } of definition.fields ?? []) {
      const isOwn = directives.some((directive) => directive.name.value === 'join__field');
      const coordinate = `${definition.name.value}.${name.value}`;
      answeredBy.set(coordinate, isOwn ? agenciesIn(directives, 'join__field') : ofType);
    }
  }
  return answeredBy;
}

function readRequiredWithArguments(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const { requires } = directive.name.value === 'join__field' ? argumentsOf(directive as ConstDirectiveNode) : {};
      if (typeof requires !== 'string') return;
      const note = (node: FieldNode): void => void (node.arguments?.length && names.add(node.name.value));
      visit(selectionSet(requires), { Field: note });
    },
  });
  return names;
}

function argumentsOf(directive: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries((directive.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value)]));
}
