import { labelsSpec } from '@trellis/schema';
import type {
  DirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  InterfaceTypeDefinitionNode,
} from 'graphql';
import { Kind, parse, print, visit } from 'graphql';

const isOurs = (name: string): boolean => /^(join__|link__)/.test(name);
const open = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'open' } } as const;

/** A supergraph that knows no labels, as one in which nothing needs permission: every field, argument and input field is `@open`. */
export function openSupergraph(sdl: string): string {
  const opened: DocumentNode = visit(parse(sdl, { noLocation: true }), {
    SchemaDefinition: (node) => ({ ...node, directives: [...(node.directives ?? []), link()] }),
    DirectiveDefinition: () => false,
    InterfaceTypeDefinition: () => false,
    InputObjectTypeDefinition: (node) => (isOurs(node.name.value) ? false : undefined),
    FieldDefinition: (node) => marked(node),
    InputValueDefinition: (node) => marked(node),
  });
  const definitions = opened.definitions.map((node) =>
    node.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? { ...node, fields: (node.fields ?? []).map((field) => markedIn(node, field)) }
      : node,
  );
  return `${print({ ...opened, definitions })}\n\ndirective @open on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION\n`;
}

/** A field of an interface asks what all that implement it ask; one of an interface object has no other place to be marked. */
function markedIn(node: InterfaceTypeDefinitionNode, field: FieldDefinitionNode): FieldDefinitionNode {
  const graphs = joins(node, 'join__type')
    .filter((join) => join.includes('isInterfaceObject: true'))
    .map(graphOf);
  const own = joins(field, 'join__field').map(graphOf);
  const isGiven = own.length === 0 ? graphs.length > 0 : own.some((graph) => graphs.includes(graph));
  return isGiven ? marked<FieldDefinitionNode>({ ...field, arguments: (field.arguments ?? []).map(marked) }) : field;
}

function joins({ directives = [] }: FieldDefinitionNode | InterfaceTypeDefinitionNode, name: string): string[] {
  return directives.filter((directive) => directive.name.value === name).map((directive) => print(directive));
}

function graphOf(join: string): string | undefined {
  return /graph: (\w+)/.exec(join)?.[1];
}

function marked<Node extends FieldDefinitionNode | InputValueDefinitionNode>(node: Node): Node {
  return { ...node, directives: [...(node.directives ?? []), open] };
}

function link(): DirectiveNode {
  const [definition] = parse(`schema @link(url: "${labelsSpec}", import: ["@open"]) { query: Query }`, {
    noLocation: true,
  }).definitions;
  if (definition?.kind !== Kind.SCHEMA_DEFINITION) throw new Error('A schema was expected.');
  return definition.directives?.[0] as DirectiveNode;
}
