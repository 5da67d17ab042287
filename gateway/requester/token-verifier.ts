import type { JSONWebKeySet } from 'jose';
import type { Requester, Vocabulary } from '@trellis/vocabulary';

/** Who signed tokens come from. Its keys are at `jwksUri`, or given. */
export interface Issuer {
  /** The `iss` claim, to the letter. */
  readonly issuer: string;
  /** Must be among the `aud` of a token. */
  readonly audience: string;
  readonly jwksUri?: URL;
  readonly jwks?: JSONWebKeySet;
}

export const algorithms = ['EdDSA', 'ES256', 'RS256'] as const;

export interface TokenVerifierOptions {
  readonly issuers: readonly Issuer[];
  readonly vocabulary: Vocabulary;
  readonly clock: { now(): number };
  /** How far the issuer's clock may be from ours, at most 60 seconds. */
  readonly skewSeconds?: number;
  /** Verified tokens remembered. */
  readonly cacheEntries?: number;
}

/** What a valid token says. */
export interface Verified {
  readonly requester: Requester;
  readonly purposes: readonly string[];
  /** The partner app, where the token names one. */
  readonly app?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Reads `authorization`. Throws UNAUTHENTICATED for whatever is not one valid bearer token, without saying why. */
export interface TokenVerifier {
  verify(authorization: string | undefined): Promise<Verified>;
}
