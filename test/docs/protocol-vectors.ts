import { createPrivateKey, createPublicKey } from 'node:crypto';
import { ed25519Key, hmacKey, seal, type SealKey, type SealedRequest } from '@trellis/seal';

/** One request and what an agency makes of it. */
export interface Vector {
  readonly name: string;
  readonly agency: string;
  /** Seconds since the epoch at which it arrives. */
  readonly now: number;
  /** How often it arrives; once unless given. The outcome is the last one's. */
  readonly times?: number;
  readonly key: {
    readonly id: string;
    readonly algorithm: string;
    readonly secret?: string;
    readonly publicKey?: string;
  };
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly outcome: string;
}

const secret = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';
// RFC 9421 B.1.4, the RFC's own test key.
const pem = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
`;
const sealedAt = 1_790_000_000;
const nonce = 'AAECAwQFBgcICQoLDA0ODw';
const body =
  '{"query":"query($r:[_Any!]!){g0:_entities(representations:$r){...on Child{id counsel{name}}}}","variables":{"r":[{"__typename":"Child","id":"v7cqm3xkt5zhy2wnrgd4bfjuoa"}]}}';
const request: SealedRequest = { method: 'POST', path: '/graphql', body, agency: 'legal-aid', disclosure: 'd-7f3q' };
const told: SealedRequest = {
  ...request,
  requester: { agency: 'legal-aid', role: 'duty-counsel', user: 'dc-tessier', kind: 'worker' },
  purpose: 'legal-proceeding',
};

const toldSeveral: SealedRequest = { ...told, purpose: 'legal-proceeding,education-support' };

const shared = hmacKey('legal-aid', Buffer.from(secret, 'hex'));
const pair = ed25519Key('legal-aid', createPrivateKey(pem));

interface Difference {
  readonly key?: SealKey;
  readonly agency?: string;
  readonly now?: number;
  readonly times?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

function vector(name: string, outcome: string, from: SealedRequest, difference: Difference = {}): Vector {
  const { key = shared, agency = 'legal-aid', now = sealedAt + 1, times } = difference;
  const changed = { ...seal(from, key, sealedAt * 1000, nonce), ...difference.headers };
  const headers = Object.fromEntries(
    Object.entries(changed).flatMap(([header, value]) => (value === undefined ? [] : [[header, value]])),
  );
  const publicKey = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  return {
    name,
    agency,
    now,
    ...(times !== undefined && { times }),
    key: { id: key.id, algorithm: key.algorithm, ...(key.algorithm === 'ed25519' ? { publicKey } : { secret }) },
    request: { method: from.method, path: from.path, headers, body: difference.body ?? body },
    outcome,
  };
}

/** The test vectors of the protocol: `docs/protocol-vectors.json` is made from them. */
export const protocolVectors: readonly Vector[] = [
  vector('sealed by a shared secret', 'ACCEPTED', request),
  vector('the agency is told who asks', 'ACCEPTED', told),
  vector('the agency is told who asks, for several purposes', 'ACCEPTED', toldSeveral),
  vector('sealed by Ed25519', 'ACCEPTED', told, { key: pair }),
  vector('arrives in the last second', 'ACCEPTED', request, { now: sealedAt + 4 }),
  vector("the gateway's clock is a second ahead", 'ACCEPTED', request, { now: sealedAt - 1 }),
  vector('not sealed', 'UNSEALED', request, { headers: { signature: undefined, 'signature-input': undefined } }),
  vector('arrives after five seconds', 'EXPIRED', request, { now: sealedAt + 5 }),
  vector('sealed two seconds ahead', 'EXPIRED', request, { now: sealedAt - 2 }),
  vector('for another agency', 'WRONG_AGENCY', request, { agency: 'another' }),
  vector('by a key that the agency does not have', 'UNKNOWN_KEY', request, {
    key: hmacKey('other', Buffer.from(secret, 'hex')),
  }),
  vector('by another secret of that name', 'BAD_SIGNATURE', request, {
    key: hmacKey('legal-aid', Buffer.alloc(32, 9)),
  }),
  vector('a header was changed', 'BAD_SIGNATURE', request, { headers: { 'trellis-disclosure': 'd-8f3q' } }),
  vector('the purpose was changed', 'BAD_SIGNATURE', told, { headers: { 'trellis-purpose': 'emergency' } }),
  vector('the body was changed', 'BAD_DIGEST', request, { body: body.replace('counsel', 'matters') }),
  vector('a requester that the signature does not cover', 'MALFORMED', request, {
    headers: { 'trellis-requester': 'e30' },
  }),
  vector('a signature of another name', 'MALFORMED', request, { headers: { signature: 'sig1=:AAAA:' } }),
  vector('the same request twice', 'REPLAYED', request, { times: 2 }),
].map((each) =>
  each.name === 'by a key that the agency does not have' ? { ...each, key: { ...each.key, id: 'legal-aid' } } : each,
);
