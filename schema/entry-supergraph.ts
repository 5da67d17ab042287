import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { readAbouts } from './model/abouts.ts';
import { argument } from './model/links.ts';
import { applied, namedType, readSubgraph, type SubgraphModel } from './model/subgraph-model.ts';
import { parseSelection } from './model/selection.ts';

/** The subgraph that the gateway answers by itself; no agency may bear its name. */
export const entryName = 'entry';
const ENTRY = 'ENTRY';

/** The parts that ENTRY defines: by type, the fields of keys; and the keys by which its records are entered. */
interface EntryParts {
  readonly keys: ReadonlyMap<string, string>;
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  readonly query: string;
}

/**
 * The private supergraph: the public one and one more subgraph, `entry`, with `enter_<Type>(ids: [ID!]!): [Type]` for each `@about`
 * type, so that the planner plans from records that are already known. The public supergraph's directives and names stay as they are.
 */
export function entrySupergraph(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const supergraph = readSubgraph('supergraph', document);
  const abouts = readAbouts([...supergraph.types.values()].map((type) => ({ subgraph: supergraph, type })));
  const keys = new Map(
    [...abouts].map(([name, about]) => [name, about.key ?? refuse(`${name} has no key to enter it by`)]),
  );
  const fields = new Map<string, Set<string>>();
  for (const [type, key] of keys) collect(supergraph, type, parseSelection(key), fields);
  return print(edit(document, { keys, fields, query: queryType(document) }));
}

function refuse(why: string): never {
  throw new Error(`The private supergraph cannot be derived: ${why}.`);
}

function queryType(document: DocumentNode): string {
  const operations = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.operationTypes ?? []) : [],
  );
  return operations.find(({ operation }) => operation === 'query')?.type.name.value ?? 'Query';
}

/** Notes each field that a key reads, and each scalar, enum and object on its way. */
function collect(
  supergraph: SubgraphModel,
  type: string,
  selection: SelectionSetNode,
  into: Map<string, Set<string>>,
): void {
  const own = into.get(type) ?? new Set<string>();
  into.set(type, own);
  for (const field of selection.selections) {
    if (field.kind !== Kind.FIELD) continue;
    const found =
      supergraph.types.get(type)?.fields.get(field.name.value) ?? refuse(`${type}.${field.name.value} is not defined`);
    own.add(field.name.value);
    collect(
      supergraph,
      namedType(found.type),
      field.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] },
      into,
    );
  }
}

function edit(document: DocumentNode, parts: EntryParts): DocumentNode {
  return visit(document, {
    EnumTypeDefinition: (node) => {
      if (node.name.value === 'join__Graph') return withGraph(node);
      if (!parts.fields.has(node.name.value)) return undefined;
      const values = node.values?.map((value) => ({
        ...value,
        directives: [...(value.directives ?? []), join('enumValue', [])],
      }));
      return { ...node, directives: [...(node.directives ?? []), join('type', [])], values };
    },
    ScalarTypeDefinition: (node) =>
      parts.fields.has(node.name.value)
        ? { ...node, directives: [...(node.directives ?? []), join('type', [])] }
        : undefined,
    ObjectTypeDefinition: (node) => {
      if (node.name.value === parts.query) return withEntries(node, parts);
      return parts.fields.has(node.name.value) ? withKeys(node, parts) : undefined;
    },
  });
}

function withGraph(node: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
  const names =
    node.values?.flatMap((value) => applied(value, 'join__graph').map((graph) => argument(graph, 'name'))) ?? [];
  const taken =
    node.values?.some(({ name }) => name.value === ENTRY) ||
    names.some((name) => name?.kind === Kind.STRING && name.value === entryName);
  if (taken) refuse('a subgraph is called `entry`');
  const graph = directive('join__graph', [
    stringArgument('name', entryName),
    stringArgument('url', 'http://entry.invalid'),
  ]);
  const value = { kind: Kind.ENUM_VALUE_DEFINITION, name: name(ENTRY), directives: [graph] } as const;
  return { ...node, values: [...(node.values ?? []), value] };
}

function withKeys(node: ObjectTypeDefinitionNode, parts: EntryParts): ObjectTypeDefinitionNode {
  const key = parts.keys.get(node.name.value);
  const keyed = join('type', key === undefined ? [] : [stringArgument('key', key)]);
  const fields = explicit(node).map((field) =>
    parts.fields.get(node.name.value)?.has(field.name.value)
      ? { ...field, directives: [...(field.directives ?? []), join('field', [])] }
      : field,
  );
  return { ...node, directives: [...(node.directives ?? []), keyed], fields };
}

function withEntries(node: ObjectTypeDefinitionNode, parts: EntryParts): ObjectTypeDefinitionNode {
  const fields = explicit(node);
  const entries = [...parts.keys.keys()].map((type) => {
    const field = `enter_${type}`;
    if (fields.some((other) => other.name.value === field)) refuse(`${node.name.value}.${field} is taken`);
    return `${field}(ids: [ID!]!): [${type}] @join__field(graph: ${ENTRY})`;
  });
  if (entries.length === 0) return node;
  const [added] = parse(`type Added { ${entries.join('\n')} }`, { noLocation: true }).definitions;
  const enter = added?.kind === Kind.OBJECT_TYPE_DEFINITION ? (added.fields ?? []) : [];
  return { ...node, directives: [...(node.directives ?? []), join('type', [])], fields: [...fields, ...enter] };
}

/** A field without `@join__field` belongs to all of its type's graphs. Said out loud, it does not come to belong to ENTRY too. */
function explicit(node: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] {
  const graphs = [...new Set(applied(node as never, 'join__type').map((type) => graphOf(type)))];
  return (node.fields ?? []).map((field) =>
    applied(field, 'join__field').length > 0
      ? field
      : {
          ...field,
          directives: [
            ...(field.directives ?? []),
            ...graphs.map((graph) => directive('join__field', [graphArgument(graph)])),
          ],
        },
  );
}

function graphOf(node: ConstDirectiveNode): string {
  const graph = argument(node, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : refuse('a @join__type names no graph');
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
const stringArgument = (key: string, value: string) =>
  ({ kind: Kind.ARGUMENT, name: name(key), value: { kind: Kind.STRING, value } }) as const;
const graphArgument = (graph: string) =>
  ({ kind: Kind.ARGUMENT, name: name('graph'), value: { kind: Kind.ENUM, value: graph } }) as const;
const directive = (of: string, args: ConstDirectiveNode['arguments']): ConstDirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: name(of),
  arguments: args ?? [],
});
const join = (what: string, args: readonly ReturnType<typeof stringArgument>[]) =>
  directive(`join__${what}`, [graphArgument(ENTRY), ...args]);
