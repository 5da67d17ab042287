import { beforeAll, describe, expect, it } from '@jest/globals';
import { vocabulary } from '@trellis/vocabulary';
import { base64url, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JSONWebKeySet } from 'jose';
import { TrellisError } from '../../gateway/errors.ts';
import { openTokenVerifier } from '../../gateway/requester/open-token-verifier.ts';
import type { TokenVerifier } from '../../gateway/requester/token-verifier.ts';

const issuer = 'https://issuer.example';
const audience = 'trellis';
const now = Date.parse('2026-03-03T12:00:00Z');
const seconds = now / 1000;
const claims = { agency: 'police', role: 'officer', kind: 'worker', purposes: ['law-enforcement-investigation'] };
const valid = { iss: issuer, aud: audience, sub: 'user-1', nbf: seconds - 60, exp: seconds + 600, ...claims };

let key: CryptoKey;
let jwks: JSONWebKeySet;

beforeAll(async () => {
  const pairs = await Promise.all(
    ['EdDSA', 'ES256', 'RS256'].map(async (alg) => ({ alg, ...(await generateKeyPair(alg)) })),
  );
  key = pairs[1]!.privateKey;
  jwks = {
    keys: await Promise.all(
      pairs.map(async ({ alg, publicKey }) => ({ ...(await exportJWK(publicKey)), alg, kid: alg, use: 'sig' })),
    ),
  };
});

type Claims = Record<string, unknown>;
const sign = (payload: Claims, header: Claims = {}, by: CryptoKey | Uint8Array = key) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'ES256', ...header }).sign(by);
const verifier = () =>
  openTokenVerifier({ issuers: [{ issuer, audience, jwks }], vocabulary, clock: { now: () => now } });
const outcome = async (authorization: string | undefined, open: TokenVerifier) => {
  try {
    return await open.verify(authorization);
  } catch (error) {
    if (error instanceof TrellisError) return error.code;
    throw error;
  }
};

it('passes the token that every case is a change of', async () => {
  expect(await outcome(`Bearer ${await sign(valid)}`, verifier())).toMatchObject({ requester: { user: 'user-1' } });
});

describe('the corpus', () => {
  const wrongTypes: unknown[] = [
    null,
    1,
    -1,
    true,
    '',
    ' ',
    [],
    {},
    ['police'],
    { police: true },
    'x'.repeat(300),
    'a\nb',
    '\u0000',
    NaN,
  ];

  /** Everything that is wrong with a token, some hundreds of cases; each is refused. */
  async function corpus(): Promise<[string, string | undefined][]> {
    const cases: [string, string | undefined][] = [];
    const add = (name: string, token: string) => cases.push([name, `Bearer ${token}`]);
    const good = await sign(valid);
    const [header = '', payload = '', signature = ''] = good.split('.');
    const part = (value: unknown) => base64url.encode(JSON.stringify(value));

    cases.push(['nothing', undefined], ['empty', ''], ['only the scheme', 'Bearer '], ['no scheme', good]);
    for (const scheme of ['Basic', 'DPoP', 'Bearer Bearer', 'Bearer,']) cases.push([scheme, `${scheme} ${good}`]);
    cases.push(['two tokens', `Bearer ${good}, Bearer ${good}`], ['trailing text', `Bearer ${good} x`]);

    for (const alg of [
      'none',
      'None',
      'NONE',
      'nOnE',
      '',
      'HS256',
      'ES384',
      'RS1',
      'PS256',
      'ES256K',
      'dir',
      null,
      1,
    ]) {
      for (const signed of ['', signature])
        add(`alg ${String(alg)}`, `${part({ alg, kid: 'ES256' })}.${payload}.${signed}`);
    }
    for (const jwk of jwks.keys) {
      for (const secret of [JSON.stringify(jwk), String(jwk.x ?? jwk.n), String(jwk.kid)]) {
        add('HS256 with a public key', await sign(valid, { alg: 'HS256', kid: jwk.kid }, Buffer.from(secret)));
        add('HS512 with a public key', await sign(valid, { alg: 'HS512', kid: jwk.kid }, Buffer.from(secret)));
      }
    }
    const stranger = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(stranger.publicKey);
    for (const kid of ['ES256', 'none', '', '../../dev/null', "' OR 1=1", 'EdDSA', undefined]) {
      const more = { kid, jwk, jku: 'https://evil.example/jwks', x5u: 'https://evil.example/x5u', x5c: ['MIIB'] };
      add(`a stranger's key, kid ${String(kid)}`, await sign(valid, more, stranger.privateKey));
    }
    add('a key for another algorithm', await sign(valid, { kid: 'EdDSA' }));
    add('a kid that is not there', await sign(valid, { kid: 'ES257' }));
    for (const crit of [['b64'], ['exp'], [], 'exp']) {
      add('crit', `${part({ alg: 'ES256', kid: 'ES256', crit, b64: true, exp: 1 })}.${payload}.${signature}`);
    }
    add('crit, signed', await sign(valid, { crit: ['b64'], b64: true }));
    for (const typ of ['id+jwt', 'logout+jwt', 'secevent+jwt', 'JWE', 1, ''])
      add(`typ ${String(typ)}`, await sign(valid, { typ }));

    for (const claim of Object.keys(valid)) {
      // RFC 9068 has no `nbf`; without a kind it is a worker's
      if (!['nbf', 'kind'].includes(claim))
        add(`no ${claim}`, await sign(Object.fromEntries(Object.entries(valid).filter(([name]) => name !== claim))));
      for (const wrong of wrongTypes) {
        const signed = await sign({ ...valid, [claim]: wrong }).catch(() => undefined); // the signer itself refuses some
        // a number in the past is a good nbf, and a sub may be any printable word
        const fine = claim === 'nbf' && (wrong === 1 || wrong === -1);
        if (signed !== undefined && !fine) add(`${claim}: ${JSON.stringify(wrong)}`, signed);
      }
    }
    const others: Claims[] = [
      { iss: `${issuer}/` },
      { iss: issuer.toUpperCase() },
      { iss: 'https://issuer.example.evil' },
      { iss: [issuer] },
      { aud: 'trellis2' },
      { aud: ['other'] },
      { aud: `${audience} ` },
      { exp: seconds - 31 },
      { exp: seconds - 1e6 },
      { exp: 0 },
      { nbf: seconds + 61 },
      { nbf: seconds + 1e6 },
      { exp: String(seconds + 600) },
      { nbf: String(seconds) },
      { agency: 'hospital' },
      { agency: 'Police' },
      { agency: 'police ' },
      { agency: '__proto__' },
      { agency: 'constructor' },
      { agency: 'network' },
      { agency: 'family' },
      { role: 'caseworker' },
      { role: 'system' },
      { role: 'privacy-officer' },
      { role: 'Officer' },
      { role: '__proto__' },
      { kind: 'admin' },
      { kind: 'officer' },
      { kind: 'system' },
      { kind: 'family' },
      { agency: '__proto__', kind: 'family', role: 'parent' },
      { agency: 'network', kind: 'system', role: 'system' },
      { agency: 'family', kind: 'worker', role: 'parent' },
      { agency: 'family', kind: 'family', role: 'caseworker' },
      { agency: 'police', kind: 'family', role: 'parent' },
      { agency: 'family', kind: 'officer', role: 'privacy-officer' },
      { purposes: ['spying'] },
      { purposes: ['*'] },
      { purposes: ['treatment', 1] },
      { purposes: 'treatment' },
      { purposes: { 0: 'treatment' } },
      { purposes: [['treatment']] },
      { purposes: ['Treatment'] },
      { app: '' },
      { app: 1 },
      { app: 'a b' },
      { app: 'x'.repeat(101) },
      { azp: ['a'] },
      { client_id: '<script>' },
      { app: null, azp: 2 },
    ];
    for (const change of others) add(JSON.stringify(change), await sign({ ...valid, ...change }));

    for (const [name, changed] of Object.entries({
      'no signature': `${header}.${payload}.`,
      'two parts': `${header}.${payload}`,
      'four parts': `${good}.x`,
      'five parts': `${good}.x.y`,
      'empty parts': '..',
      'not base64': `${header}.${payload}.ä`,
      'JSON that is a list': `${header}.${part([valid])}.${signature}`,
      'JSON that is a string': `${header}.${part('x')}.${signature}`,
      'not JSON': `${header}.${base64url.encode('{')}.${signature}`,
      'a header that is no JSON': `${base64url.encode('{')}.${payload}.${signature}`,
      'a very long token': `${header}.${'a'.repeat(9_000)}.${signature}`,
    }))
      add(name, changed);
    for (let at = 0; at < good.length - 1; at += 1) {
      const character = good[at] === 'A' ? 'B' : 'A';
      const changed = good.slice(0, at) + character + good.slice(at + 1);
      if (good[at] !== '.') add(`a character changed at ${String(at)}`, changed);
    }
    return cases;
  }

  it('is refused, every case', async () => {
    const open = verifier();
    const cases = await corpus();
    const accepted: string[] = [];
    for (const [name, authorization] of cases) {
      if ((await outcome(authorization, open)) !== 'UNAUTHENTICATED') accepted.push(name);
    }
    expect(accepted).toEqual([]);
    expect(cases.length).toBeGreaterThan(500);
  });
});
