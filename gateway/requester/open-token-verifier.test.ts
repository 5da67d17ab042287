import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JSONWebKeySet } from 'jose';
import { TrellisError } from '../errors.ts';
import { openTokenVerifier } from './open-token-verifier.ts';

const issuer = 'https://issuer.example';
const audience = 'trellis';
const now = Date.parse('2026-03-03T12:00:00Z');
const seconds = now / 1000;
const claims = { agency: 'police', role: 'officer', kind: 'worker', purposes: ['law-enforcement-investigation'] };
const valid = { iss: issuer, aud: audience, sub: 'user-1', nbf: seconds - 60, exp: seconds + 600, ...claims };

let keys: Record<'EdDSA' | 'ES256' | 'RS256', CryptoKey>;
let jwks: JSONWebKeySet;
let clock = { now: () => now };

beforeAll(async () => {
  const pairs = await Promise.all(
    (['EdDSA', 'ES256', 'RS256'] as const).map(async (alg) => [alg, await generateKeyPair(alg)] as const),
  );
  keys = Object.fromEntries(pairs.map(([alg, pair]) => [alg, pair.privateKey])) as typeof keys;
  jwks = {
    keys: await Promise.all(
      pairs.map(async ([alg, pair]) => ({ ...(await exportJWK(pair.publicKey)), alg, kid: alg, use: 'sig' })),
    ),
  };
});

type Claims = Record<string, unknown>;
const sign = (payload: Claims, header: Claims = {}, key: CryptoKey | Uint8Array = keys.ES256) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'ES256', ...header }).sign(key);
const verifier = () => openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock });
const outcome = async (authorization: string | undefined, open = verifier()) => {
  try {
    return await open.verify(authorization);
  } catch (error) {
    if (error instanceof TrellisError) return error.code;
    throw error;
  }
};

describe('a valid token', () => {
  it.each(['EdDSA', 'ES256', 'RS256'] as const)('signed with %s says who asks', async (alg) => {
    const token = await sign({ ...valid, app: 'case-desk' }, { alg, kid: alg }, keys[alg]);
    expect(await outcome(`Bearer ${token}`)).toEqual({
      requester: { agency: 'police', role: 'officer', user: 'user-1', kind: 'worker' },
      purposes: ['law-enforcement-investigation'],
      app: 'case-desk',
      expiresAt: (seconds + 600) * 1000,
    });
  });

  it.each<[string, Claims]>([
    ['several audiences', { aud: ['other', audience] }],
    ['an officer of an agency', { role: 'privacy-officer', kind: 'officer' }],
    ['an officer of the network', { agency: 'network', role: 'auditor', kind: 'officer' }],
    ['a system', { agency: 'education', role: 'system', kind: 'system' }],
    ['a parent', { agency: 'family', role: 'parent', kind: 'family', purposes: ['family-access'] }],
    ['a clock a little ahead', { nbf: seconds + 20 }],
  ])('may have %s', async (_name, change) => {
    expect(await outcome(`bearer ${await sign({ ...valid, ...change }, { typ: 'JWT' })}`)).toMatchObject({
      requester: {},
    });
  });

  it('is remembered, until it expires', async () => {
    const open = verifier();
    const authorization = `Bearer ${await sign(valid)}`;
    const first = await open.verify(authorization);
    expect(await open.verify(authorization)).toBe(first);
    clock = { now: () => now + 700_000 };
    const later = openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock: { now: () => time } });
    let time = now;
    await later.verify(authorization);
    time = now + 631_000;
    expect(await outcome(authorization, later)).toBe('UNAUTHENTICATED');
    clock = { now: () => now };
  });
});

describe('a refusal', () => {
  const reason = async (token: string) => {
    try {
      return await verifier().verify(`Bearer ${token}`);
    } catch (error) {
      return (error as TrellisError).details;
    }
  };

  it.each<[string, Claims, Claims, object]>([
    ['expired', { exp: seconds - 60 }, {}, { reason: 'TOKEN_EXPIRED' }],
    ['too early', { nbf: seconds + 600 }, {}, { reason: 'TOKEN_EARLY' }],
    ['for another audience', { aud: 'other' }, {}, { reason: 'TOKEN_AUDIENCE' }],
    ['of an unknown issuer', { iss: 'https://other.example' }, {}, { reason: 'TOKEN_ISSUER' }],
    ['an ID token', {}, { typ: 'id+jwt' }, { reason: 'TOKEN_TYPE' }],
    ['of a role that is mistyped', { role: 'oficer' }, {}, { reason: 'TOKEN_CLAIM', claim: 'role' }],
    ['of no purpose that is known', { purposes: ['marketing'] }, {}, { reason: 'TOKEN_CLAIM', claim: 'purposes' }],
    ['without a subject', { sub: undefined }, {}, { reason: 'TOKEN_CLAIM', claim: 'sub' }],
    ['issued at no moment', { iat: 'today' }, {}, { reason: 'TOKEN_CLAIM', claim: 'iat' }],
    ['of an unknown key', {}, { kid: 'other' }, { reason: 'TOKEN_SIGNATURE' }],
    ['of an unknown kind', { kind: 'visitor' }, {}, { reason: 'TOKEN_CLAIM', claim: 'kind' }],
    ['of an unknown agency', { agency: 'museum' }, {}, { reason: 'TOKEN_CLAIM', claim: 'agency' }],
    ['of an app without a name', { app: 'a desk' }, {}, { reason: 'TOKEN_CLAIM', claim: 'app' }],
    ['longer than a token is', { note: 'x'.repeat(8_000) }, {}, { reason: 'TOKEN_SYNTAX' }],
  ])('of a token that is %s says so', async (_name, change, header, details) => {
    expect(await reason(await sign({ ...valid, ...change }, header))).toEqual(details);
  });

  it('of a token signed by a key of the issuer in a way that is not allowed says no more', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES384');
    const own = { keys: [{ ...(await exportJWK(publicKey)), kid: 'ES384' }] };
    const open = openTokenVerifier({ issuers: [{ issuer, audience, jwks: own }], vocabulary, clock });
    const authorization = `Bearer ${await sign(valid, { alg: 'ES384', kid: 'ES384' }, privateKey)}`;
    await expect(open.verify(authorization)).rejects.toMatchObject({ details: { reason: 'TOKEN_SIGNATURE' } });
  });

  it('is the answer as soon as the network no longer has the words of a token', async () => {
    let words = vocabulary;
    const open = openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary: () => words, clock });
    const authorization = `Bearer ${await sign(valid)}`;
    await open.verify(authorization);
    words = { ...vocabulary, agencies: vocabulary.agencies.filter((agency) => agency !== 'police') };
    await expect(open.verify(authorization)).rejects.toMatchObject({ details: { claim: 'agency' } });
  });

  it('is the answer where an issuer speaks for an agency that is not its own', async () => {
    const open = openTokenVerifier({
      issuers: [{ issuer, audience, jwks, agencies: ['education'] }],
      vocabulary,
      clock,
    });
    await expect(open.verify(`Bearer ${await sign(valid)}`)).rejects.toMatchObject({ details: { claim: 'agency' } });
  });

  it('of a token that the issuer did not sign says nothing of its claims', async () => {
    const [, body = ''] = (await sign({ ...valid, role: 'oficer', exp: 1 })).split('.');
    const [header = '', , signature = ''] = (await sign(valid)).split('.');
    expect(await reason(`${header}.${body}.${signature}`)).toEqual({ reason: 'TOKEN_SIGNATURE' });
    expect(await reason('abc')).toEqual({ reason: 'TOKEN_SYNTAX' });
  });
});

describe('configuration', () => {
  const open = (change: object) => () =>
    openTokenVerifier({ issuers: [{ issuer, audience, jwks, ...change }], vocabulary, clock });

  it('that is missing refuses to open', () => {
    expect(() => openTokenVerifier({ issuers: [], vocabulary, clock })).toThrow(/OIDC_ISSUER/);
    expect(open({ audience: '' })).toThrow(/OIDC_AUDIENCE/);
    expect(open({ issuer: '' })).toThrow(/OIDC_ISSUER/);
    const two = ['https://one.example', 'https://two.example'].map((each) => ({ issuer: each, audience, jwks }));
    expect(() => openTokenVerifier({ issuers: two, vocabulary, clock })).toThrow(/for which agencies it speaks/);
    expect(open({ jwks: { keys: [] }, issuer: 'http://issuer.example' })).toThrow(/OIDC_JWKS_URI/);
    const skewed = (skewSeconds: number) => () =>
      openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock, skewSeconds });
    for (const skew of [61, -1, NaN]) expect(skewed(skew)).toThrow(/skew/);
  });

  it('may name keys by URL; an issuer that does not answer is not the token’s fault', async () => {
    let up = true;
    const server = createServer((_request, response) => {
      response.writeHead(up ? 200 : 500, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const jwksUri = new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/jwks`);
    const remote = () => openTokenVerifier({ issuers: [{ issuer, audience, jwksUri }], vocabulary, clock });
    try {
      expect(await outcome(`Bearer ${await sign(valid)}`, remote())).toMatchObject({ requester: { user: 'user-1' } });
      expect(await outcome(`Bearer ${await sign(valid, { kid: 'other' })}`, remote())).toBe('UNAUTHENTICATED');
      up = false;
      expect(await outcome(`Bearer ${await sign(valid)}`, remote())).toBe('INTERNAL');
    } finally {
      server.close();
    }
  });
});
