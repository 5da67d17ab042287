import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { OAuth2Server } from 'oauth2-mock-server';
import { Provider } from 'oidc-provider';
import { openTokenVerifier } from '../../gateway/requester/open-token-verifier.ts';
import type { Issuer } from '../../gateway/requester/token-verifier.ts';
import { stubGateway } from '../contract/gateway/stub-gateway.ts';

const audience = 'https://trellis.example/graph';
const claims = { agency: 'police', role: 'officer', purposes: ['law-enforcement-investigation', 'marketing'] };
const clock = { now: () => Date.now() };
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

/** node-oidc-provider, a certified issuer, with access tokens as RFC 9068 has them. */
async function openOidcProvider() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  // It warns of its in-memory store, which is what a test wants.
  jest.spyOn(console, 'warn').mockReturnValue();
  jest.spyOn(console, 'info').mockReturnValue();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'case-desk',
        client_secret: 'not-a-secret-0123456789',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({ scope: 'graph', audience, accessTokenFormat: 'jwt', accessTokenTTL: 600 }),
      },
    },
    extraTokenClaims: () => ({ ...claims }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  closing.push(() => closeServer(server));
  const token = async () => {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('case-desk:not-a-secret-0123456789').toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource: audience, scope: 'graph' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return { issuer, token };
}

/** oauth2-mock-server: another code base, without a type in the header and with `nbf`. */
async function openMockServer() {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  closing.push(() => server.stop());
  const issuer = server.issuer.url ?? '';
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims, { aud: audience, sub: 'user-1' });
  });
  const token = async () => {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'graph' }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return { issuer, token };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

describe.each([
  ['oidc-provider', openOidcProvider],
  ['oauth2-mock-server', openMockServer],
])('a token of %s', (_name, open) => {
  let opened: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    opened = await open();
  });
  const verifier = (change: Partial<Issuer> = {}) =>
    openTokenVerifier({ issuers: [{ issuer: opened.issuer, audience, ...change }], vocabulary, clock });

  it('is one of the network’s, its keys found by the issuer’s own metadata', async () => {
    const verified = await verifier().verify(`Bearer ${await opened.token()}`);
    expect(verified).toMatchObject({
      requester: { agency: 'police', role: 'officer', kind: 'worker' },
      purposes: ['law-enforcement-investigation'],
    });
  });

  it('is refused with its reason where it is for somebody else, or its issuer may not speak for the agency', async () => {
    const authorization = `Bearer ${await opened.token()}`;
    await expect(verifier({ audience: 'other' }).verify(authorization)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      details: { reason: 'TOKEN_AUDIENCE' },
    });
    await expect(verifier({ agencies: ['education'] }).verify(authorization)).rejects.toMatchObject({
      details: { reason: 'TOKEN_CLAIM', claim: 'agency' },
    });
  });

  it('asks the graph', async () => {
    const gateway = await stubGateway({ tokens: verifier() });
    closing.push(() => gateway.server.close());
    const authorization = `Bearer ${await opened.token()}`;
    const reply = await gateway.post(
      { query: '{ __typename }' },
      { authorization, 'purpose-of-use': 'law-enforcement-investigation' },
    );
    expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
  });
});

it('several issuers stand side by side, each for its own agencies', async () => {
  const [first, second] = [await openOidcProvider(), await openMockServer()];
  const issuers = (agencies: string[]) => [
    { issuer: first.issuer, audience, agencies: ['education'] },
    { issuer: second.issuer, audience, agencies },
  ];
  const tokens = openTokenVerifier({ issuers: issuers(['police']), vocabulary, clock });
  expect(await tokens.verify(`Bearer ${await second.token()}`)).toMatchObject({ requester: { agency: 'police' } });
  await expect(tokens.verify(`Bearer ${await first.token()}`)).rejects.toMatchObject({ details: { claim: 'agency' } });
});

it('an unknown key makes one fetch of the keys in a minute, however many ask', async () => {
  let fetched = 0;
  const mock = await openMockServer();
  const server = createServer((_request, response) => {
    fetched += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => closeServer(server));
  const jwksUri = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/jwks`);
  const tokens = openTokenVerifier({ issuers: [{ issuer: mock.issuer, audience, jwksUri }], vocabulary, clock });
  for (let time = 0; time < 20; time += 1) {
    await expect(tokens.verify(`Bearer ${await mock.token()}`)).rejects.toMatchObject({
      details: { reason: 'TOKEN_SIGNATURE' },
    });
  }
  expect(fetched).toBe(1);
});
