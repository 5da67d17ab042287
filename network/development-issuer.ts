import { join } from 'node:path';
import {
  SignJWT,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { Requester } from '@trellis/vocabulary';
import { buildIssuerServer } from './issuer/serve-issuer.ts';
import { keepFile } from './keep-file.ts';

/** The claims of a development token. */
export interface TokenClaims extends Requester {
  readonly purposes: readonly string[];
  /** The application the requester uses. */
  readonly app?: string | undefined;
  /** Seconds from now; an hour unless said. */
  readonly lifetime?: number | undefined;
}

/** An OIDC issuer for one machine: its own key, its own JWKS. Whoever can read its key file can be anybody; never for production. */
export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public keys, as a JWKS. */
  readonly keys: { readonly keys: readonly JWK[] };
  mint(claims: TokenClaims): Promise<string>;
  /** Serves keys, discovery, sign-in and sign-out over HTTP on this machine's loopback. */
  serve(
    port: number,
  ): Promise<{ readonly url: string; readonly jwksUrl: string; readonly discoveryUrl: string; close(): Promise<void> }>;
}

// A name, not an address: tokens stay valid whatever port the keys are served on.
const issuerName = 'https://issuer.trellis.example/development';
const audience = 'trellis';
const algorithm = 'EdDSA';

/** Opens the issuer whose key lies in `directory`, made on first use; without a directory the key lives as long as the process. */
export async function openDevelopmentIssuer(directory: string | undefined): Promise<DevelopmentIssuer> {
  const text =
    directory === undefined ? await makeKey() : await keepFile(join(directory, 'development-issuer.json'), makeKey);
  const secret = JSON.parse(text) as JWK;
  const key = await importJWK(secret, algorithm);
  const kid = await calculateJwkThumbprint(secret);
  // Member by member, so that nothing private can be published.
  const { kty, crv, x } = secret;
  const keys = { keys: [{ kty, crv, x, kid, alg: algorithm, use: 'sig' }] as JWK[] };

  const sign = (claims: JWTPayload, to: { subject: string; audience: string; lifetime: number }): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, kid, typ: 'JWT' })
      .setIssuer(issuerName)
      .setAudience(to.audience)
      .setSubject(to.subject)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + to.lifetime)
      .sign(key);
  };
  const mint: DevelopmentIssuer['mint'] = ({
    agency,
    role,
    kind,
    user,
    purposes,
    app = 'trellis-development',
    lifetime = 3_600,
  }) => sign({ agency, role, kind, purposes: [...purposes], app }, { subject: user, audience, lifetime });

  return {
    issuer: issuerName,
    audience,
    keys,
    mint,
    serve: async (port) => {
      const server = buildIssuerServer({
        issuer: issuerName,
        keys,
        accessToken: (person, purposes, app) => mint({ ...person, purposes, app }),
        idToken: ({ user, agency, role, kind, name }, purposes, { clientId, nonce }) =>
          sign(
            { agency, role, kind, name, purposes: [...purposes], ...(nonce !== undefined && { nonce }) },
            { subject: user, audience: clientId, lifetime: 3_600 },
          ),
      });
      const url = await server.listen({ port, host: '127.0.0.1' });
      return {
        url,
        jwksUrl: `${url}/.well-known/jwks.json`,
        discoveryUrl: `${url}/.well-known/openid-configuration`,
        close: () => server.close(),
      };
    },
  };
}

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}
