import { createLocalJWKSet, createRemoteJWKSet, errors } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { TrellisError } from '../errors.ts';
import type { Issuer } from './token-verifier.ts';

const timeoutMs = 2_000;
const tokenErrors = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

/**
 * Opens the keys of an issuer: those given, those at its `jwksUri`, or those that its metadata leads to (OpenID Connect Discovery, RFC
 * 8414). An issuer that cannot be reached is not the token's fault: that is our own unavailability, and refuses too.
 */
export function openIssuerKeys({ issuer, jwks, jwksUri }: Issuer, cooldownMs = 60_000): JWTVerifyGetKey {
  if (jwks !== undefined && jwks.keys.length > 0) return createLocalJWKSet(jwks);
  let remote = jwksUri === undefined ? undefined : openRemote(jwksUri, cooldownMs);
  if (remote === undefined && !isReachable(issuer))
    throw new Error(`Issuer ${issuer} has no keys: set OIDC_JWKS_URI, or name the issuer by its https URL.`);
  return async (header, token) => {
    try {
      remote ??= openRemote(await discover(issuer), cooldownMs);
      return await remote(header, token);
    } catch (error) {
      if (tokenErrors.some((kind) => error instanceof kind)) throw error;
      throw new TrellisError('INTERNAL', { status: 503 }, { cause: error });
    }
  };
}

const openRemote = (uri: URL, cooldownDuration: number) =>
  createRemoteJWKSet(uri, { timeoutDuration: timeoutMs, cooldownDuration });

/** In the clear only to this very machine: whoever could change the metadata on its way would be everybody. */
function isReachable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** The address of the issuer's keys, as its metadata says. The metadata must name the issuer itself, to the letter. */
async function discover(issuer: string): Promise<URL> {
  const { origin, pathname } = new URL(issuer);
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  const places = [
    `${origin}${path}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
  for (const place of places) {
    const response = await fetch(place, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (response.status !== 200) continue;
    const metadata = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (metadata.issuer !== issuer) throw new Error(`The metadata at ${place} is another issuer's.`);
    if (typeof metadata.jwks_uri === 'string' && isReachable(metadata.jwks_uri)) return new URL(metadata.jwks_uri);
  }
  throw new Error(`Issuer ${issuer} publishes no metadata with keys.`);
}
