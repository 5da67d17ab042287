import type { JSONWebKeySet } from 'jose';
import type { Requester, Vocabulary } from '@trellis/vocabulary';

/** An issuer of signed tokens. Its keys are given, at `jwksUri`, or where its own metadata (discovery) says. */
export interface Issuer {
  /** The `iss` claim, to the letter; a URL where the keys are found by discovery. */
  readonly issuer: string;
  /** Must be among the `aud` of a token. */
  readonly audience: string;
  readonly jwksUri?: URL;
  readonly jwks?: JSONWebKeySet;
  /** The agencies that it may speak for (`network` and `family` among them); all unless given. */
  readonly agencies?: readonly string[];
}

export const algorithms = ['EdDSA', 'ES256', 'RS256'] as const;

export interface TokenVerifierOptions {
  readonly issuers: readonly Issuer[];
  /** The words of the network; a function where they change while the process runs. */
  readonly vocabulary: Vocabulary | (() => Vocabulary);
  readonly clock: { now(): number };
  /** Seconds that the issuer's clock may be away from ours, at most 60. */
  readonly skewSeconds?: number;
  /** Verified tokens remembered. */
  readonly cacheEntries?: number;
  /** Milliseconds after fetching an issuer's keys in which an unknown key id makes no other fetch; a minute unless given. */
  readonly keysCooldownMs?: number;
}

/** The claims of a valid token, as they were read. */
export interface Verified {
  readonly requester: Requester;
  readonly purposes: readonly string[];
  /** The partner app, where the token names one. */
  readonly app?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Reads `authorization`. Throws UNAUTHENTICATED, with a reason of the table, for whatever is not one valid bearer token. */
export interface TokenVerifier {
  verify(authorization: string | undefined): Promise<Verified>;
  /** The same for an agency's system that publishes it: an agency that is not on the network yet may be named. */
  verifyPublisher?(authorization: string | undefined): Promise<Verified>;
}
