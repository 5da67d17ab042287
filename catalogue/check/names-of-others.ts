import { Kind, parse, type ConstDirectiveNode, type DefinitionNode, GraphQLError, type DocumentNode } from 'graphql';
import { headNames } from '@trellis/schema';
import { graphName } from './graph-name.ts';
import { placeOf, type CheckedSchemas } from './place-of.ts';
import type { CheckFinding } from './report.ts';

type NamedDefinition = Extract<
  DefinitionNode,
  { readonly kind: `${'Object' | 'Enum' | 'InputObject' | 'Union' | 'Interface'}TypeDefinition` }
>;

/** The roots and what the head of every schema defines are everybody's. */
const shared: ReadonlySet<string> = new Set(['Query', 'Mutation', ...headNames]);

/**
 * The types, enums and inputs of agencies under check whose name another agency has already, where they are no record that both share by its
 * key: composition makes one of the two, without a word. What the live graph has so is not told again. A name that is another's but for the case
 * of its letters is told as well: most often it was to be the same.
 */
export function namesOfOthers(schemas: CheckedSchemas, live: string | undefined): readonly CheckFinding[] {
  const { subgraphs, agencies } = schemas;
  const others = subgraphs.filter((subgraph) => !agencies.includes(subgraph.name));
  const owners = ownersOf(others, ownTypes);
  const named = ownersOf(others, (sdl) => definitionsIn(sdl).map(({ name }) => name.value));
  const alike = new Map([...named.keys()].map((type) => [type.toLowerCase(), type]));
  const known = live === undefined ? new Map<string, ReadonlySet<string>>() : joinedIn(live);
  return agencies.flatMap((agency) => {
    const own = subgraphs.find(({ name }) => name === agency);
    const isKnown = (type: string): boolean => known.get(type)?.has(graphName(agency)) === true;
    const at = (type: string) => ({
      severity: 'warning' as const,
      ...placeOf(type, { subgraphs, agencies: [agency] }),
      coordinate: type,
      link: 'docs/guides/agency.md#check-it',
    });
    return definitionsIn(own?.sdl ?? '').flatMap(({ name: { value: type } }): CheckFinding[] => {
      const [owner, other] = [owners.get(type), alike.get(type.toLowerCase())];
      if (isKnown(type)) return [];
      if (other !== undefined && !named.has(type))
        return [{ ...at(type), ...saidOfCase(type, other, named.get(other)) }];
      const isOwn = owner !== undefined && ownTypes(own?.sdl ?? '').includes(type);
      return isOwn ? [{ ...at(type), ...saidOfName(type, owner) }] : [];
    });
  });
}

function saidOfName(type: string, owner: string) {
  return {
    rule: 'name-of-another-agency',
    message: `${owner} has a ${type} already: on the graph the two are one.`,
    fix: `Rename yours; or leave it where both mean the same and ${owner} agrees.`,
  };
}

function saidOfCase(type: string, other: string, owner = 'another agency') {
  return {
    rule: 'name-in-another-case',
    message: `${type} is not ${other}, which ${owner} has: on the graph they are two.`,
    fix: `Write ${other} where it is to be the same; else give yours a name that nobody takes for it.`,
  };
}

function ownersOf(
  subgraphs: CheckedSchemas['subgraphs'],
  typesIn: (sdl: string) => readonly string[],
): ReadonlyMap<string, string> {
  return new Map(subgraphs.flatMap(({ name, sdl }) => typesIn(sdl).map((type) => [type, name] as const)));
}

/** The names of a schema's types that are its own to name: scalars, roots and records with a key are everybody's. */
function ownTypes(sdl: string): readonly string[] {
  return definitionsIn(sdl).flatMap(({ name, directives = [] }) =>
    directives.some((directive) => directive.name.value === 'key') ? [] : [name.value],
  );
}

/** The types that a schema defines below its head. */
function definitionsIn(sdl: string): readonly NamedDefinition[] {
  return documentOf(sdl)
    .definitions.filter(isNamed)
    .filter(({ name }) => !shared.has(name.value));
}

/** A schema that cannot be parsed names nothing: composition says where it cannot. */
function documentOf(sdl: string): Pick<DocumentNode, 'definitions'> {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return { definitions: [] };
    throw error;
  }
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
