import { Kind, parse, type ConstDirectiveNode, type DefinitionNode } from 'graphql';
import { graphName } from './graph-name.ts';
import { placeOf, type CheckedSchemas } from './place-of.ts';
import type { CheckFinding } from './report.ts';

type NamedDefinition = Extract<
  DefinitionNode,
  { readonly kind: `${'Object' | 'Enum' | 'InputObject' | 'Union' | 'Interface'}TypeDefinition` }
>;

/** The roots are everybody's. */
const shared = new Set(['Query', 'Mutation']);

/**
 * The types, enums and inputs of agencies under check whose name another agency has already, where they are no record that both share by its
 * key: composition makes one of the two, without a word. What the live graph has so is not told again.
 */
export function namesOfOthers(schemas: CheckedSchemas, live: string | undefined): readonly CheckFinding[] {
  const { subgraphs, agencies } = schemas;
  const owners = new Map<string, string>();
  for (const { name, sdl } of subgraphs.filter((subgraph) => !agencies.includes(subgraph.name)))
    for (const type of ownTypes(sdl)) owners.set(type, name);
  const known = live === undefined ? new Map<string, ReadonlySet<string>>() : joinedIn(live);
  return agencies.flatMap((agency) => {
    const own = subgraphs.find(({ name }) => name === agency);
    return own === undefined
      ? []
      : ownTypes(own.sdl).flatMap((type): CheckFinding[] => {
          const owner = owners.get(type);
          if (owner === undefined || known.get(type)?.has(graphName(agency)) === true) return [];
          return [
            {
              severity: 'warning',
              rule: 'name-of-another-agency',
              ...placeOf(type, { subgraphs, agencies: [agency] }),
              coordinate: type,
              message: `${owner} has a ${type} already: on the graph the two are one.`,
              fix: `Rename yours; or leave it where both mean the same and ${owner} agrees.`,
              link: 'docs/guides/agency.md#check-it',
            },
          ];
        });
  });
}

/** The names of a schema's types that are its own to name: scalars, roots and records with a key are everybody's. */
function ownTypes(sdl: string): readonly string[] {
  return parse(sdl, { noLocation: true }).definitions.flatMap((node) =>
    isNamed(node) && !shared.has(node.name.value) && !(node.directives ?? []).some(({ name }) => name.value === 'key')
      ? [node.name.value]
      : [],
  );
}

function isNamed(node: DefinitionNode): node is NamedDefinition {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.ENUM_TYPE_DEFINITION ||
    node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

/** By type, the graphs that have it. */
function joinedIn(supergraph: string): ReadonlyMap<string, ReadonlySet<string>> {
  const named = parse(supergraph, { noLocation: true }).definitions.filter(isNamed);
  return new Map(named.map(({ name, directives = [] }) => [name.value, new Set(directives.flatMap(graphIn))]));
}

function graphIn({ name, arguments: given = [] }: ConstDirectiveNode): readonly string[] {
  const graph = given.find((each) => each.name.value === 'graph')?.value;
  return name.value === 'join__type' && graph?.kind === Kind.ENUM ? [graph.value] : [];
}
