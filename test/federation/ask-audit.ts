import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { execute, parse, validate } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import type { Answered } from './open-federation.ts';
import { openFederation } from './open-federation.ts';
import type { AuditSubgraph, AuditSuite } from './read-audit.ts';

/** Our gate before the subgraphs of one suite. `note` is told what they are asked. */
export function openSuite(
  { subgraphs }: AuditSuite,
  note?: (request: AgencyRequest) => void,
): (query: string) => Promise<Answered> {
  const schemas = new Map(subgraphs.map((each) => [each.name, schemaOf(each)]));
  return openFederation(subgraphs, async (request) => {
    const { agency, query, variables } = request;
    note?.(request);
    const schema = schemas.get(agency) as GraphQLSchema;
    const document = parse(query);
    const problems = validate(schema, document);
    // What is not valid to a subgraph is the gateway's fault, whatever the answer.
    if (problems.length > 0) throw new Error(`${problems.map(({ message }) => message).join(' ')}\n${query}`);
    return JSON.stringify(await execute({ schema, document, variableValues: { ...variables } }));
  });
}

function schemaOf({ typeDefs, resolvers }: AuditSubgraph): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers });
}
