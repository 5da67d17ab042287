import { randomBytes } from 'node:crypto';
import { migrate, openEmbedded, type Database } from '@trellis/platform';
import { hmacKey, randomNonce, seal, type SealedRequest } from '@trellis/seal';
import type { Agency } from './agency.ts';
import { startAgency } from './start-agency.ts';

/** An agency's answer to the gateway. */
export interface GatewayReply {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
  /** The number of statements the answer took: more for more records is a loader that reads record by record. */
  readonly statements: number;
}

export interface EntitiesReply extends GatewayReply {
  /** One for each id, in that order; null where there is no record. */
  readonly records: readonly (Readonly<Record<string, unknown>> | null)[];
}

/** The things that the gateway tells an agency that may know who asks. */
export type Told = Pick<SealedRequest, 'requester' | 'purpose'>;

/** A running agency, asked as the gateway would ask it. */
export interface AsGateway {
  /** Its database, in memory: write what a test needs. */
  readonly database: Database;
  readonly url: string;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, told?: Told): Promise<GatewayReply>;
  /** Asks for records by their ids: `entities('Child', ids, '{ notes { text } }')`. */
  entities(type: string, ids: readonly (string | undefined)[], selection: string, told?: Told): Promise<EntitiesReply>;
  close(): Promise<void>;
}

/**
 * Starts an agency on a database in memory and asks it over HTTP, each request sealed as the gateway seals it: for an agency's own tests.
 */
export async function asGateway(agency: Agency): Promise<AsGateway> {
  const server = await openEmbedded({ directory: undefined });
  const database = await server.database(agency.name.replaceAll('-', '_'));
  if (agency.migrations !== undefined) await migrate(database, agency.migrations);
  const key = hmacKey(agency.name, randomBytes(32));
  const { url, close } = await startAgency(agency, {
    database,
    port: 0,
    keys: (id) => (id === key.id ? key : undefined),
    countStatements: true,
    logger: { info: () => undefined, warn: toStderr, error: toStderr },
    explainFailures: true,
  });
  const ask: AsGateway['ask'] = async (query, variables = {}, told = {}) => {
    const body = JSON.stringify({ query, variables });
    const request = {
      method: 'POST',
      path: '/graphql',
      body,
      agency: agency.name,
      disclosure: `test-${randomNonce()}`,
    };
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: seal({ ...request, ...told }, key, Date.now()),
    });
    const answer = (await response.json()) as Partial<GatewayReply>;
    const statements = Number(response.headers.get('trellis-statements') ?? 0);
    return { status: response.status, data: answer.data ?? null, errors: answer.errors ?? [], statements };
  };
  return {
    database,
    url,
    ask,
    async entities(type, ids, selection, told) {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} ${selection} } }`;
      const reply = await ask(query, { r: ids.map((id) => ({ __typename: type, id })) }, told);
      return { ...reply, records: (reply.data?.['_entities'] ?? []) as EntitiesReply['records'] };
    },
    async close() {
      await close();
      await server.close();
    },
  };
}

/** Writes what the agency logs to stderr, where the developer of a test sees it. */
function toStderr(entry: object, message: string): void {
  process.stderr.write(`${message} ${JSON.stringify(entry)}\n`);
}
