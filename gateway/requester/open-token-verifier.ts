import { hash } from 'node:crypto';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { BoundedCache } from '@trellis/platform';
import { TrellisError } from '../errors.ts';
import { readClaims } from './read-claims.ts';
import { algorithms } from './token-verifier.ts';
import type { Issuer, TokenVerifier, TokenVerifierOptions, Verified } from './token-verifier.ts';

/** A verified token is looked at again after this long, so that a withdrawn key stops working. */
const rememberedMs = 60_000;
const longestToken = 8_000;
const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

interface KnownIssuer {
  readonly keys: JWTVerifyGetKey;
  readonly audience: string;
}

/**
 * Opens the verifier of the network's issuers. Refuses to open on anything missing: no issuer, no audience, no keys.
 * Verifying costs a signature check once a minute and token; in between, a hash of it.
 */
export function openTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { vocabulary, clock, skewSeconds = 30, cacheEntries = 10_000 } = options;
  if (!(skewSeconds >= 0 && skewSeconds <= 60))
    throw new Error('The clock skew for tokens must be from 0 to 60 seconds.');
  const issuers = openIssuers(options.issuers);
  const remembered = new BoundedCache<string, { verified: Verified; until: number }>(cacheEntries);

  const verify = async (token: string): Promise<Verified> => {
    const { crit, typ } = decodeProtectedHeader(token);
    if (crit !== undefined || !isTokenType(typ)) throw new TrellisError('UNAUTHENTICATED');
    const { iss } = decodeJwt(token);
    const issuer = iss === undefined ? undefined : issuers.get(iss);
    if (iss === undefined || issuer === undefined) throw new TrellisError('UNAUTHENTICATED');
    const checks: JWTVerifyOptions = {
      issuer: iss,
      audience: issuer.audience,
      algorithms: [...algorithms],
      clockTolerance: skewSeconds,
      currentDate: new Date(clock.now()),
      requiredClaims: ['iss', 'aud', 'exp', 'nbf', 'sub'],
    };
    const { payload } = await jwtVerify(token, issuer.keys, checks);
    const verified = readClaims(payload, vocabulary);
    if (verified === undefined) throw new TrellisError('UNAUTHENTICATED');
    return verified;
  };

  return {
    async verify(authorization) {
      const token = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
      if (token === undefined || token.length > longestToken) throw new TrellisError('UNAUTHENTICATED');
      const digest = hash('sha256', token, 'base64');
      const known = remembered.get(digest);
      const now = clock.now();
      if (known !== undefined && now < known.until) return known.verified;
      try {
        const verified = await verify(token);
        remembered.set(digest, { verified, until: Math.min(verified.expiresAt, now + rememberedMs) });
        return verified;
      } catch (error) {
        remembered.delete(digest);
        throw error instanceof TrellisError ? error : new TrellisError('UNAUTHENTICATED', {}, { cause: error });
      }
    },
  };
}

function openIssuers(issuers: readonly Issuer[]): ReadonlyMap<string, KnownIssuer> {
  if (issuers.length === 0)
    throw new Error('No token issuer is configured: set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URI.');
  return new Map(
    issuers.map(({ issuer, audience, jwksUri, jwks }) => {
      if (issuer === '') throw new Error('A token issuer has no name: set OIDC_ISSUER.');
      if (audience === '') throw new Error(`Issuer ${issuer} has no audience: set OIDC_AUDIENCE.`);
      if (jwks !== undefined && jwks.keys.length > 0) return [issuer, { audience, keys: createLocalJWKSet(jwks) }];
      if (jwksUri === undefined) throw new Error(`Issuer ${issuer} has no keys: set OIDC_JWKS_URI.`);
      return [issuer, { audience, keys: openRemoteKeys(jwksUri) }];
    }),
  );
}

/** RFC 8725 §3.11: a token of another kind (an ID token of `logout+jwt`, say) is none of ours. */
function isTokenType(typ: unknown): boolean {
  return typ === undefined || (typeof typ === 'string' && ['jwt', 'at+jwt'].includes(typ.toLowerCase()));
}

/** An issuer whose keys cannot be fetched is not the token's fault: that is our own unavailability, and refuses too. */
function openRemoteKeys(uri: URL): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(uri, { timeoutDuration: 2_000, cooldownDuration: 5_000 });
  return async (header, token) => {
    try {
      return await remote(header, token);
    } catch (error) {
      if (tokenErrors.some((kind) => error instanceof kind)) throw error;
      throw new TrellisError('INTERNAL', { status: 503 }, { cause: error });
    }
  };
}

const tokenErrors = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];
