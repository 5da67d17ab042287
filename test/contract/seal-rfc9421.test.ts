import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { contentDigest } from '../../seal/content-digest.ts';
import { createReplayGuard, ed25519Key, hmacKey, openSeal, seal } from '@trellis/seal';
import { httpbis } from 'http-message-signatures';

/** The npm library reads what we write, and we read what it writes: two readings of RFC 9421. */
const secret = randomBytes(32);
const pair = generateKeyPairSync('ed25519');
const body = JSON.stringify({ query: '{ child { id } }' });
const now = Math.floor(Date.now() / 1000) * 1000;
const request = {
  method: 'POST',
  path: '/graphql',
  body,
  agency: 'education',
  disclosure: 'ref-1',
  requester: { agency: 'education', role: 'teacher', user: 'teacher-1', kind: 'worker' as const },
  purpose: 'education-support',
};
const url = 'http://127.0.0.1:4104/graphql';
const algorithms = {
  'hmac-sha256': {
    key: hmacKey('education', secret),
    open: hmacKey('education', secret),
    sign: (data: Buffer) => createHmac('sha256', secret).update(data).digest(),
  },
  ed25519: {
    key: ed25519Key('education', createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))),
    open: ed25519Key('education', createPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' }))),
    sign: (data: Buffer) => sign(null, data, pair.privateKey),
  },
};

describe.each(Object.entries(algorithms))('RFC 9421 by %s', (alg, { key, open, sign: signWith }) => {
  it('the library verifies our seal', async () => {
    const headers = seal(request, key, now);
    const taken = await httpbis.verifyMessage(
      {
        keyLookup: (parameters) =>
          Promise.resolve({
            id: String(parameters.keyid),
            algs: [alg],
            verify: (data, signature) =>
              Promise.resolve(
                alg === 'ed25519' ? verify(null, data, pair.publicKey, signature) : signWith(data).equals(signature),
              ),
          }),
        requiredFields: [
          '@method',
          '@path',
          'content-digest',
          'trellis-agency',
          'trellis-requester',
          'trellis-purpose',
        ],
        requiredParams: ['created', 'expires', 'nonce', 'keyid', 'alg'],
      },
      { method: 'POST', url, headers },
    );
    expect(taken).toBe(true);
  });

  it('we open what the library seals', async () => {
    const ours = seal(request, key, now);
    const headers = Object.fromEntries(Object.entries(ours).filter(([name]) => !name.startsWith('signature')));
    const names = Object.keys(headers).filter((name) => !['content-digest', 'content-type'].includes(name));
    const signed = await httpbis.signMessage(
      {
        name: 'trellis',
        key: { id: 'education', alg, sign: (data) => Promise.resolve(signWith(data)) },
        params: ['created', 'expires', 'nonce', 'keyid', 'alg'],
        fields: ['@method', '@path', 'content-digest', 'content-type', ...names],
        paramValues: { created: new Date(now), expires: new Date(now + 5000), nonce: 'AAAAAAAAAAAAAAAAAAAAAA' },
      },
      { method: 'POST', url, headers },
    );
    const lower = Object.fromEntries(
      Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const opened = openSeal({ method: 'POST', path: '/graphql', headers: lower, body }, () => open, {
      agency: 'education',
      now,
      seen: createReplayGuard(),
    });
    expect(opened).toEqual({ disclosure: 'ref-1', requester: request.requester, purpose: request.purpose });
  });
});

it('digests as RFC 9530 §B.1 does', () => {
  expect(contentDigest('{"hello": "world"}\n')).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:');
});
