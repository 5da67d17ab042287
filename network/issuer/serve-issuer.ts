import Fastify, { type FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import {
  developmentPeople,
  eyesOn,
  personCalled,
  questionAbout,
  type DevelopmentPerson,
} from './development-people.ts';
import { namedChildren } from '../named-children.ts';
import { AuthorizationCodes } from './authorization-codes.ts';
import { authorizeHeaders, peoplePage, plainPage, purposesPage, type AuthorizeParameters } from './authorize-page.ts';
import { isLoopback } from './loopback.ts';

/** The parts of the issuer that its pages need. */
export interface IssuerParts {
  readonly issuer: string;
  readonly keys: { readonly keys: readonly JWK[] };
  accessToken(person: DevelopmentPerson, purposes: readonly string[], app: string): Promise<string>;
  idToken(
    person: DevelopmentPerson,
    purposes: readonly string[],
    to: { clientId: string; nonce?: string | undefined },
  ): Promise<string>;
}

const tokenSeconds = 3_600;
const kept = [
  'client_id',
  'redirect_uri',
  'response_type',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
];

/** The issuer over HTTP: keys, discovery, an authorize page to choose a person on, tokens by code and PKCE, and sign-out. */
export function buildIssuerServer(parts: IssuerParts): FastifyInstance {
  const server = Fastify({ logger: false });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });
  server.addHook('onRequest', async (request, reply) => {
    // A name that was made to point at this machine is not this machine.
    if (!isLoopback(`http://${request.headers.host ?? ''}`)) return reply.code(403).send({ error: 'access_denied' });
    const { origin } = request.headers;
    if (isLoopback(origin)) {
      reply.headers({
        'access-control-allow-origin': origin,
        vary: 'origin',
        'access-control-allow-headers': 'content-type',
      });
    }
    return undefined;
  });
  server.options('/*', (_request, reply) => reply.code(204).send());
  serveDiscovery(server, parts);
  serveSignIn(server, parts);
  serveFrontPage(server, parts);
  return server;
}

function serveDiscovery(server: FastifyInstance, { issuer, keys }: IssuerParts): void {
  server.get('/.well-known/jwks.json', () => keys);
  server.get('/.well-known/openid-configuration', ({ headers }) => {
    const base = `http://${headers.host ?? ''}`;
    return {
      issuer,
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
      jwks_uri: `${base}/.well-known/jwks.json`,
      end_session_endpoint: `${base}/end-session`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['EdDSA'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid'],
    };
  });
}

function serveSignIn(server: FastifyInstance, { accessToken, idToken }: IssuerParts): void {
  const codes = new AuthorizationCodes();

  server.get('/authorize', (request, reply) => {
    const query = request.query as Record<string, string>;
    const wrong = faultIn(query);
    reply.headers(authorizeHeaders);
    if (wrong !== undefined) return reply.code(400).send(plainPage('This sign-in cannot go on', wrong));
    const parameters = keptOf(query);
    const person = personCalled(query.user ?? '');
    if (person !== undefined) return reply.send(purposesPage(parameters, person));
    return reply.send(peoplePage(parameters, suggestedFor(query.client_id)));
  });

  server.post('/authorize', (request, reply) => {
    const form = request.body as URLSearchParams;
    const query = Object.fromEntries(form) as Record<string, string>;
    const person = personCalled(query.user ?? '');
    const wrong = faultIn(query) ?? (person === undefined ? 'Nobody of that name is on this network.' : undefined);
    if (wrong !== undefined || person === undefined) {
      return reply
        .code(400)
        .headers(authorizeHeaders)
        .send(plainPage('This sign-in cannot go on', wrong ?? ''));
    }
    const chosen = form.getAll('purpose').filter((purpose) => person.purposes.includes(purpose));
    const { client_id: clientId = '', redirect_uri: redirectUri = '', code_challenge: challenge = '', nonce } = query;
    const to = new URL(redirectUri);
    to.searchParams.set(
      'code',
      codes.issue({ user: person.user, purposes: chosen, clientId, redirectUri, challenge, nonce }),
    );
    if (query.state !== undefined) to.searchParams.set('state', query.state);
    return reply.headers(authorizeHeaders).redirect(to.href, 303);
  });

  server.post('/token', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const form = request.body as URLSearchParams;
    const said = (name: string): string => form.get(name) ?? '';
    if (said('grant_type') !== 'authorization_code') return reply.code(400).send({ error: 'unsupported_grant_type' });
    const grant = codes.redeem(said('code'), {
      verifier: said('code_verifier'),
      clientId: said('client_id'),
      redirectUri: said('redirect_uri'),
    });
    const person = grant && personCalled(grant.user);
    if (grant === undefined || person === undefined) return reply.code(400).send({ error: 'invalid_grant' });
    return {
      access_token: await accessToken(person, grant.purposes, grant.clientId),
      id_token: await idToken(person, grant.purposes, grant),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
    };
  });

  server.get('/end-session', (request, reply) => {
    const { post_logout_redirect_uri: to } = request.query as Record<string, string | undefined>;
    if (to !== undefined && isLoopback(to)) return reply.redirect(to, 303);
    return reply.headers(authorizeHeaders).send(plainPage('Signed out', 'You may close this page.'));
  });
}

/** Serves what the development front page and explorer show: the named children, who is around each, everybody, and a token for any of them. */
function serveFrontPage(server: FastifyInstance, { accessToken }: IssuerParts): void {
  server.get('/development/children', () =>
    namedChildren.map((child) => {
      const { id, given, surname, age, line, story } = child;
      return { id, given, surname, age, line, story, eyes: eyesOn(child), question: questionAbout(id) };
    }),
  );
  server.get('/development/people', () => developmentPeople);
  server.post('/development/token', async (request, reply) => {
    const { user, purpose } = request.body as { user?: string; purpose?: string };
    const person = personCalled(String(user));
    if (person === undefined || purpose === undefined) return reply.code(400).send({ error: 'invalid_request' });
    return { token: await accessToken(person, [purpose], 'front-page') };
  });
}

function faultIn({
  response_type: type,
  redirect_uri: to,
  client_id: client,
  code_challenge: challenge,
  code_challenge_method: method,
}: Partial<AuthorizeParameters>): string | undefined {
  if (!isLoopback(to)) return 'The redirect address is not on this machine: development tokens go nowhere else.';
  if (type !== 'code') return 'Only response_type=code is served.';
  if (client === undefined || client === '') return 'The application did not say who it is (client_id).';
  if (challenge === undefined || method !== 'S256')
    return 'PKCE is needed: code_challenge with code_challenge_method=S256.';
  return undefined;
}

function keptOf(query: AuthorizeParameters): AuthorizeParameters {
  return Object.fromEntries(kept.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));
}

/** Each of the pages is for some people; any other application is shown everybody. */
function suggestedFor(client: string | undefined): (person: DevelopmentPerson) => boolean {
  if (client === 'trellis-console') return ({ kind }) => kind === 'officer';
  if (client === 'trellis-family') return ({ kind }) => kind === 'family';
  if (client === 'trellis-caseworker') return ({ kind }) => kind === 'worker';
  return () => true;
}
