import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { JWTVerifyGetKey, JWTVerifyOptions } from 'jose';
import { isAgencyName, type Vocabulary } from '@trellis/vocabulary';
import { BoundedCache } from '@trellis/platform';
import { TrellisError } from '../errors.ts';
import { openIssuerKeys } from './open-issuer-keys.ts';
import { readClaims } from './read-claims.ts';
import { refusalOfJose, tokenRefusal } from './token-refusal.ts';
import { algorithms } from './token-verifier.ts';
import type { Issuer, TokenVerifier, TokenVerifierOptions, Verified } from './token-verifier.ts';

/** A verified token is looked at again after this long, so that a withdrawn key stops working. */
const rememberedMs = 60_000;
const longestToken = 8_000;
const bearer = /^Bearer (\S+)$/i;
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

interface Remembered {
  readonly verified: Verified;
  readonly until: number;
  /** The vocabulary in which its claims were read. */
  readonly words: Vocabulary;
}

/** The words of the network with one more agency, which as yet has no roles but its system's. */
function withAgency(words: Vocabulary, agency: unknown): Vocabulary {
  if (typeof agency !== 'string' || !isAgencyName(agency) || words.agencies.includes(agency)) return words;
  return { ...words, agencies: [...words.agencies, agency] };
}

interface KnownIssuer extends Issuer {
  readonly keys: JWTVerifyGetKey;
}

/**
 * Opens the verifier of the network's issuers. Refuses to open on anything missing: no issuer, no audience, no keys.
 * Verifying costs a signature check once a minute and token; in between, a hash of it.
 */
export function openTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { vocabulary, clock, skewSeconds = 30, cacheEntries = 10_000 } = options;
  if (!(skewSeconds >= 0 && skewSeconds <= 60))
    throw new Error('The clock skew for tokens must be from 0 to 60 seconds.');
  const issuers = openIssuers(options);
  const words = () => (typeof vocabulary === 'function' ? vocabulary() : vocabulary);
  const remembered = new BoundedCache<string, Remembered>(cacheEntries);

  const verify = async (token: string, within: (agency: unknown) => Vocabulary): Promise<Verified> => {
    const { crit, typ } = decodeProtectedHeader(token);
    if (crit !== undefined || !isTokenType(typ)) throw tokenRefusal('TOKEN_TYPE');
    const { iss } = decodeJwt(token);
    const issuer = iss === undefined ? undefined : issuers.get(iss);
    if (iss === undefined || issuer === undefined) throw tokenRefusal('TOKEN_ISSUER');
    const checks: JWTVerifyOptions = {
      issuer: iss,
      audience: issuer.audience,
      algorithms: [...algorithms],
      clockTolerance: skewSeconds,
      currentDate: new Date(clock.now()),
      // RFC 9068 has no `nbf`; where there is one it counts.
      requiredClaims: ['iss', 'aud', 'exp', 'sub'],
    };
    const { payload } = await jwtVerify(token, issuer.keys, checks);
    return readClaims(payload, within(payload['agency']), issuer.agencies);
  };

  return {
    async verify(authorization) {
      const token = readToken(authorization);
      const digest = hash('sha256', token, 'base64');
      const known = remembered.get(digest);
      const now = clock.now();
      const current = words();
      if (known !== undefined && now < known.until && known.words === current) return known.verified;
      try {
        const verified = await verify(token, () => current);
        const until = Math.min(verified.expiresAt, now + rememberedMs);
        remembered.set(digest, { verified, until, words: current });
        return verified;
      } catch (error) {
        remembered.delete(digest);
        throw refusalOfJose(error);
      }
    },
    async verifyPublisher(authorization) {
      const token = readToken(authorization);
      try {
        return await verify(token, (agency) => withAgency(words(), agency));
      } catch (error) {
        throw refusalOfJose(error);
      }
    },
  };
}

/** The token of the header. Without one there is no reason to give: RFC 6750 §3.1. */
function readToken(authorization: string | undefined): string {
  const token = authorization === undefined ? undefined : bearer.exec(authorization)?.[1];
  if (token === undefined) throw new TrellisError('UNAUTHENTICATED');
  if (token.length > longestToken || !compact.test(token)) throw tokenRefusal('TOKEN_SYNTAX');
  return token;
}

function openIssuers({ issuers, keysCooldownMs }: TokenVerifierOptions): ReadonlyMap<string, KnownIssuer> {
  if (issuers.length === 0) throw new Error('No token issuer is configured: set OIDC_ISSUER and OIDC_AUDIENCE.');
  const known = new Map<string, KnownIssuer>();
  for (const issuer of issuers) {
    if (issuer.issuer === '') throw new Error('A token issuer has no name: set OIDC_ISSUER.');
    if (issuer.audience === '') throw new Error(`Issuer ${issuer.issuer} has no audience: set OIDC_AUDIENCE.`);
    if (known.has(issuer.issuer)) throw new Error(`Issuer ${issuer.issuer} is configured twice.`);
    // A `sub` is unique at its issuer alone: two that speak for one agency could name two people alike.
    if (issuers.length > 1 && issuer.agencies === undefined)
      throw new Error(`Issuer ${issuer.issuer} is one of several: say for which agencies it speaks.`);
    known.set(issuer.issuer, { ...issuer, keys: openIssuerKeys(issuer, keysCooldownMs) });
  }
  return known;
}

/** RFC 8725 §3.11: a token of another kind (an ID token of `logout+jwt`, say) is none of ours. */
function isTokenType(typ: unknown): boolean {
  if (typ === undefined) return true;
  return typeof typ === 'string' && ['jwt', 'at+jwt', 'application/at+jwt'].includes(typ.toLowerCase());
}
