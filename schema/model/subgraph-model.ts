import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  type TypeNode,
} from 'graphql';
import { withOwnDirectiveNames } from './own-directive-names.ts';
import { readLinks, type Links } from './links.ts';
import { federationIdentity, labelsIdentity } from './specs.ts';

type TypeKind = 'object' | 'interface' | 'union' | 'enum' | 'input' | 'scalar';
type TypeNodes = TypeDefinitionNode | TypeExtensionNode;

/** One type of one subgraph: its definition and its extensions together. */
export interface TypeModel {
  readonly name: string;
  readonly kind: TypeKind;
  readonly nodes: readonly TypeNodes[];
  readonly directives: readonly ConstDirectiveNode[];
  readonly interfaces: readonly string[];
  readonly members: readonly string[];
  /** Output fields of objects and interfaces. */
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly inputFields: ReadonlyMap<string, InputValueDefinitionNode>;
}

/** One subgraph's SDL, read; directives of Federation and of the labels bear their own names. */
export interface SubgraphModel {
  readonly name: string;
  /** As written. */
  readonly source: DocumentNode;
  readonly document: DocumentNode;
  readonly links: Links;
  readonly types: ReadonlyMap<string, TypeModel>;
}

/** One place where a type is defined. */
export interface TypePlace {
  readonly subgraph: SubgraphModel;
  readonly type: TypeModel;
}

const kinds = new Map<Kind, TypeKind>([
  [Kind.OBJECT_TYPE_DEFINITION, 'object'],
  [Kind.OBJECT_TYPE_EXTENSION, 'object'],
  [Kind.INTERFACE_TYPE_DEFINITION, 'interface'],
  [Kind.INTERFACE_TYPE_EXTENSION, 'interface'],
  [Kind.UNION_TYPE_DEFINITION, 'union'],
  [Kind.UNION_TYPE_EXTENSION, 'union'],
  [Kind.ENUM_TYPE_DEFINITION, 'enum'],
  [Kind.ENUM_TYPE_EXTENSION, 'enum'],
  [Kind.INPUT_OBJECT_TYPE_DEFINITION, 'input'],
  [Kind.INPUT_OBJECT_TYPE_EXTENSION, 'input'],
  [Kind.SCALAR_TYPE_DEFINITION, 'scalar'],
  [Kind.SCALAR_TYPE_EXTENSION, 'scalar'],
]);

/** Types that Apollo's specifications put into a supergraph; no data is in them. */
const machinery = /^(join|link|core|context|federation)__/;

export function readSubgraph(name: string, source: DocumentNode): SubgraphModel {
  const links = readLinks(source);
  const document = withOwnDirectiveNames(source, links, [federationIdentity, labelsIdentity]);
  const byName = new Map<string, TypeNodes[]>();
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    if (machinery.test(node.name.value)) continue;
    byName.set(node.name.value, [...(byName.get(node.name.value) ?? []), node]);
  }
  return {
    name,
    source,
    document,
    links,
    types: new Map([...byName].map(([type, nodes]) => [type, readType(type, nodes)])),
  };
}

function readType(name: string, nodes: readonly TypeNodes[]): TypeModel {
  const fields = new Map<string, FieldDefinitionNode>();
  const inputFields = new Map<string, InputValueDefinitionNode>();
  for (const node of nodes) {
    for (const field of 'fields' in node ? (node.fields ?? []) : []) {
      if (field.kind === Kind.FIELD_DEFINITION) fields.set(field.name.value, field);
      else inputFields.set(field.name.value, field);
    }
  }
  return {
    name,
    kind: kinds.get(nodes[0]?.kind ?? Kind.SCALAR_TYPE_DEFINITION) ?? 'scalar',
    nodes,
    directives: nodes.flatMap((node) => node.directives ?? []),
    interfaces: nodes
      .flatMap((node) => ('interfaces' in node ? (node.interfaces ?? []) : []))
      .map((one) => one.name.value),
    members: nodes.flatMap((node) => ('types' in node ? (node.types ?? []) : [])).map((one) => one.name.value),
    fields,
    inputFields,
  };
}

/** The type's name, without lists and non-nulls. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

export function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** The applications of a directive, by its name in its own specification. */
export function applied(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}
