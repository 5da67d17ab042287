import { reasons } from '../errors.ts';
import type { TrellisError } from '../errors.ts';

/** The `WWW-Authenticate` of a refusal (RFC 6750 §3): what is wrong with the token, or the bare scheme where none was sent. */
export function bearerChallenge({ details: { reason, claim } }: TrellisError): string {
  if (reason === undefined) return 'Bearer';
  const description = `${reasons[reason].message}${claim === undefined ? '' : ` The claim is ${claim}.`}`;
  return `Bearer error="invalid_token", error_description="${description}"`;
}
