import { composeServices } from '@apollo/composition';
import { vocabulary } from '@trellis/vocabulary';
import { parse, validate } from 'graphql';
import type { AgencyRequest } from '../../gateway/agency-client/agency-client.ts';
import { readReply } from '../../gateway/agency-client/read-reply.ts';
import { TrellisError } from '../../gateway/errors.ts';
import { prepareGate } from '../../gateway/gate.ts';
import type { Executed } from '../../gateway/execute/executor.ts';
import { asker, network, now, purpose, rules } from '../gate/permissions.ts';
import { openSupergraph } from './open-supergraph.ts';

export interface Answered {
  readonly data: unknown;
  readonly hasErrors: boolean;
}

/** Our gate before subgraphs that know no labels, with everything open: answers as it would answer anyone. `send` resolves to the body of a reply. */
export function openFederation(
  subgraphs: readonly { readonly name: string; readonly typeDefs: string }[],
  send: (request: AgencyRequest) => Promise<string>,
): (query: string, variables?: Record<string, unknown>) => Promise<Answered> {
  const gate = prepareGate(
    {
      vocabulary,
      read: async () => ({ now, network, rules, facts: new Map() }),
      release: async () => true,
      agencies: { send: async (request) => readReply(await send(request)) },
    },
    openSupergraph(composed(subgraphs)),
  );
  return async (query, variables = {}) => {
    const document = parse(query, { noLocation: true });
    if (validate(gate.apiSchema, document).length > 0) return { data: null, hasErrors: true };
    const input = {
      document,
      source: query,
      variables,
      requester: asker,
      purposes: [purpose],
      disclosure: 'federation',
    };
    const { data, errors = [] } = await gate.execute(input).catch(refused);
    return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, hasErrors: errors.length > 0 };
  };
}

function composed(subgraphs: readonly { readonly name: string; readonly typeDefs: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}.invalid` })),
  );
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** What the gateway throws is the whole answer. */
function refused(error: unknown): Executed {
  if (!(error instanceof TrellisError)) throw error;
  return { data: null, errors: [{ code: error.code }], extensions: { trellis: {} } };
}
