import { TrellisError } from '../errors.ts';

/**
 * The purpose of this request: the header `purpose-of-use`, which must be one of the token's purposes. One that the network does
 * not know is in no token, and so refused like any other.
 */
export function readPurpose(header: string | readonly string[] | undefined, purposes: readonly string[]): string {
  if (header === undefined || header.length === 0) throw new TrellisError('PURPOSE_REQUIRED');
  if (typeof header !== 'string' || !purposes.includes(header)) throw new TrellisError('PURPOSE_NOT_PERMITTED');
  return header;
}
