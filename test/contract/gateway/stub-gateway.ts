import { composeServices } from '@apollo/composition';
import { vocabulary } from '@trellis/vocabulary';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { disclosureIds } from '../../../gateway/disclosure-ids.ts';
import { openTokenVerifier } from '../../../gateway/requester/open-token-verifier.ts';
import type { ExecuteInput, Executed } from '../../../gateway/execute/executor.ts';
import { openMetrics } from '../../../gateway/server/metrics.ts';
import { openServer } from '../../../gateway/server/open-server.ts';
import type { ServerOptions } from '../../../gateway/server/server-options.ts';

const issuer = 'https://issuer.example';
const audience = 'trellis';

/** A supergraph of one agency; `extra` fields on Query. */
export function supergraph(extra = ''): string {
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    enum Level { FULL SUMMARY }
    type Query { child(id: ID!, level: Level): Child, children(ids: [ID!]!): [Child!]! ${extra} }
    type Mutation { recordConsent(child: ID!): Child }
    type Child @key(fields: "id") { id: ID!, name: String, sibling: Child }`);
  const { supergraphSdl, errors } = composeServices([{ name: 'identity', url: 'http://identity.invalid', typeDefs }]);
  if (supergraphSdl === undefined) throw new Error(errors?.join('\n'));
  return supergraphSdl;
}

/** Lines written to the log, to be looked through. */
export interface Logged {
  readonly lines: string[];
}

export type StubExecute = (input: ExecuteInput) => Promise<Executed>;

/** The gateway's HTTP servers around an execution of the test's own. */
export async function stubGateway(change: Partial<ServerOptions> & { execute?: StubExecute } = {}) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k' }] };
  const clock = { now: () => Date.now() };
  const inputs: ExecuteInput[] = [];
  const logged: Logged = { lines: [] };
  const execute: StubExecute =
    change.execute ?? (() => Promise.resolve({ data: { child: null }, extensions: { trellis: { withheld: [] } } }));
  const options: ServerOptions = {
    source: { sdl: supergraph() },
    prepare: () => ({
      describe: () => Promise.resolve('type Query { child: ID }'),
      execute: (input) => {
        inputs.push(input);
        return execute(input);
      },
    }),
    tokens: openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock }),
    limits: vocabulary.limits,
    cache: { take: () => Promise.resolve(true) },
    budgets: [],
    registration: { registeredOnly: false, apps: {} },
    contacts: [{ agency: 'child-protection', telephone: '+1 555 0100' }],
    introspection: false,
    explorer: false,
    newDisclosure: disclosureIds(),
    reachable: () => Promise.resolve(true),
    logger: pino({ level: 'debug', base: null }, { write: (line: string) => logged.lines.push(line) }),
    metrics: openMetrics(),
    ...change,
  };
  const server = await openServer(options);
  const { url, adminUrl } = await server.listen({ port: 0, adminPort: 0 });
  const token = (claims: Record<string, unknown> = {}) =>
    new SignJWT({
      iss: issuer,
      aud: audience,
      sub: 'user-7731',
      nbf: Math.floor(clock.now() / 1000) - 5,
      exp: Math.floor(clock.now() / 1000) + 600,
      agency: 'child-protection',
      role: 'caseworker',
      kind: 'worker',
      purposes: ['care-coordination', 'treatment'],
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
  const headers = {
    authorization: `Bearer ${await token()}`,
    'purpose-of-use': 'care-coordination',
    'content-type': 'application/json',
  };
  const post = async (body: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Reply };
  };
  return { server, url, adminUrl, token, headers, post, inputs, logged };
}

export interface Reply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  readonly extensions?: { trellis: unknown };
}
