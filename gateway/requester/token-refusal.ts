import { errors } from 'jose';
import { TrellisError } from '../errors.ts';
import type { ClaimName, Reason } from '../errors.ts';

/** The refusal of a token, with its reason: for the developer of the app that sent it, and for the log. */
export function tokenRefusal(reason: Reason, claim?: ClaimName, cause?: unknown): TrellisError {
  return new TrellisError('UNAUTHENTICATED', { reason, ...(claim && { claim }) }, { cause });
}

/** The refusal that jose made, as a reason of the table. Which key, algorithm or part of a signature did not fit is nobody's to learn. */
export function refusalOfJose(error: unknown): TrellisError {
  if (error instanceof TrellisError) return error;
  if (error instanceof errors.JWTExpired) return tokenRefusal('TOKEN_EXPIRED', undefined, error);
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error);
  const unverified = [
    errors.JWSSignatureVerificationFailed,
    errors.JWKSNoMatchingKey,
    errors.JWKSMultipleMatchingKeys,
    errors.JOSEAlgNotAllowed,
    errors.JOSENotSupported,
  ].some((kind) => error instanceof kind);
  return tokenRefusal(unverified ? 'TOKEN_SIGNATURE' : 'TOKEN_SYNTAX', undefined, error);
}

function claimRefusal(error: InstanceType<typeof errors.JWTClaimValidationFailed>): TrellisError {
  if (error.claim === 'aud') return tokenRefusal('TOKEN_AUDIENCE', undefined, error);
  if (error.claim === 'nbf' && error.reason === 'check_failed') return tokenRefusal('TOKEN_EARLY', undefined, error);
  const claim = (['exp', 'nbf', 'iat', 'sub'] as const).find((name) => name === error.claim);
  return tokenRefusal('TOKEN_CLAIM', claim, error);
}
