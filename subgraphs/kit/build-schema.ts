import { buildSubgraphSchema } from '@apollo/subgraph';
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { AgencyContext, AgencyDefinition, ReferenceResolver } from './agency-definition.ts';
import { definitionFaults } from './check-definition.ts';
import { noteFailures, noting } from './failed-at.ts';
import { isNetworkId, scalars } from './scalars.ts';

type ResolverMap = NonNullable<
  Exclude<Parameters<typeof buildSubgraphSchema>[0], unknown[] | DocumentNode>['resolvers']
>;

/** The executable schema of an agency, with the network's scalars and checked keys. */
export function buildSchema<Loaders>(
  sdl: string,
  { name, resolvers, references = {} }: Pick<AgencyDefinition<Loaders>, 'name' | 'resolvers' | 'references'>,
): GraphQLSchema {
  const typeDefs = parse(sdl);
  const faults = definitionFaults({ name, resolvers, references }, typeDefs);
  if (faults.length > 0)
    throw new Error(`Agency ${name} does not fit its schema:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  const merged: Record<string, unknown> = { ...declaredScalars(typeDefs) };
  for (const [type, fields] of Object.entries(resolvers)) merged[type] = { ...fields };
  for (const type of keyedTypes(typeDefs)) {
    merged[type] = {
      ...(merged[type] ?? {}),
      __resolveReference: noting(`${type}.__resolveReference`, checkedReference(references[type])),
    };
  }
  return noteFailures(buildSubgraphSchema({ typeDefs, resolvers: merged as ResolverMap }));
}

function declaredScalars(document: DocumentNode): Record<string, unknown> {
  const names = document.definitions.flatMap((node) =>
    node.kind === Kind.SCALAR_TYPE_DEFINITION ? [node.name.value] : [],
  );
  return Object.fromEntries(names.flatMap((name) => (scalars[name] ? [[name, scalars[name]]] : [])));
}

function keyedTypes(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) =>
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
    node.directives?.some((directive) => directive.name.value === 'key')
      ? [node.name.value]
      : [],
  );
}

/** Keys arrive unchecked (`_Any`): one that is not well-formed is nobody's, and the answer keeps its length. */
function checkedReference<Loaders>(find: ReferenceResolver<Loaders> = ({ id }) => ({ id })) {
  return (reference: Readonly<Record<string, unknown>>, context: AgencyContext<Loaders>): unknown => {
    const { id } = reference;
    return isNetworkId(id) ? find({ ...reference, id }, context) : null;
  };
}
