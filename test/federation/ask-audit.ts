import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { vocabulary } from '@trellis/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { execute, parse, validate } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { readReply } from '../../gateway/agency-client/read-reply.ts';
import { TrellisError } from '../../gateway/errors.ts';
import type { PreparedGate } from '../../gateway/gate.ts';
import { prepareGate } from '../../gateway/gate.ts';
import type { Executed } from '../../gateway/server/executor.ts';
import { asker, network, now, purpose, rules } from '../gate/permissions.ts';
import { openSupergraph } from './open-supergraph.ts';
import type { AuditSubgraph, AuditSuite } from './read-audit.ts';

export interface Answered {
  readonly data: unknown;
  readonly hasErrors: boolean;
}

/** Our gateway before the subgraphs of one suite, with every label open: answers as it would answer anyone. */
export function openSuite(
  { subgraphs }: AuditSuite,
  note?: (request: AgencyRequest) => void,
): (query: string) => Promise<Answered> {
  const schemas = new Map(subgraphs.map((each) => [each.name, schemaOf(each)]));
  const gate = prepareGate(
    {
      vocabulary,
      read: async () => ({ now, network, rules, facts: new Map() }),
      release: async () => true,
      agencies: {
        send: async (request) => {
          const { agency, query, variables } = request;
          note?.(request);
          const schema = schemas.get(agency) as GraphQLSchema;
          const document = parse(query);
          const problems = validate(schema, document);
          // What is not valid to a subgraph is the gateway's fault, whatever the answer.
          if (problems.length > 0) throw new Error(`${problems.map(({ message }) => message).join(' ')}\n${query}`);
          return readReply(JSON.stringify(await execute({ schema, document, variableValues: { ...variables } })));
        },
      },
    },
    openSupergraph(composeSuite(subgraphs)),
  );
  return async (query) => answer(gate, query);
}

function schemaOf({ typeDefs, resolvers }: AuditSubgraph): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers });
}

function composeSuite(subgraphs: readonly AuditSubgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}.invalid` })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

async function answer(gate: PreparedGate, query: string): Promise<Answered> {
  const document = parse(query, { noLocation: true });
  if (validate(gate.apiSchema, document).length > 0) return { data: null, hasErrors: true };
  const input = { document, source: query, variables: {}, requester: asker, purpose, disclosure: 'audit' };
  const { data, errors = [] } = await gate.execute(input).catch(refused);
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, hasErrors: errors.length > 0 };
}

/** What the gateway throws is the whole answer. */
function refused(error: unknown): Executed {
  if (!(error instanceof TrellisError)) throw error;
  return { data: null, errors: [{ code: error.code }], extensions: { trellis: {} } };
}
