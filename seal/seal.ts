import { contentDigest } from './content-digest.ts';
import type { SealKey } from './keys.ts';
import { randomNonce } from './random-nonce.ts';
import { writeRequester, type SealedRequester } from './sealed-requester.ts';
import { coveredComponents, signatureBase } from './signature-base.ts';
import { sign } from './signature.ts';

/** Seconds that a seal holds. */
export const sealSeconds = 5;

export interface SealedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Uint8Array | string;
  /** The name of the agency it is for: no other may take it. */
  readonly agency: string;
  /** The ledger reference of this request. */
  readonly disclosure: string;
  /** Only for an agency that may know who asks. */
  readonly requester?: SealedRequester | undefined;
  readonly purpose?: string | undefined;
  /** All purposes that the requester's token names, joined by commas: for the register alone, which judges what is futile to ask. */
  readonly tokenPurposes?: string | undefined;
}

/**
 * The headers to send with this request, content type included: a signature (RFC 9421) over method, path, body (RFC 9530) and all that
 * the headers say, good for five seconds, once, at one agency.
 */
export function seal(
  request: SealedRequest,
  key: SealKey,
  now: Date | number,
  nonce = randomNonce(),
): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    'content-digest': contentDigest(request.body),
    'trellis-agency': headerValue(request.agency),
    'trellis-disclosure': headerValue(request.disclosure),
  };
  if (request.requester !== undefined) headers['trellis-requester'] = writeRequester(request.requester);
  if (request.purpose !== undefined) headers['trellis-purpose'] = headerValue(request.purpose);
  if (request.tokenPurposes !== undefined) headers['trellis-token-purposes'] = purposeList(request.tokenPurposes);
  const created = Math.floor(Number(now) / 1000);
  const input = `${coveredComponents(headers)};created=${created};expires=${created + sealSeconds};nonce="${nonce}";keyid="${key.id}";alg="${key.algorithm}"`;
  const signature = sign(signatureBase(request.method, request.path, headers, input), key);
  headers['signature-input'] = `trellis=${input}`;
  headers['signature'] = `trellis=:${signature}:`;
  return headers;
}

/** As many purposes as a network may have. */
function purposeList(value: string): string {
  if (!/^[a-z0-9,-]{1,4000}$/.test(value)) throw new RangeError('Sealed purposes are codes joined by commas.');
  return value;
}

/** Agency names, references and purposes are codes; anything else could forge a line of what is signed. */
function headerValue(value: string): string {
  if (!/^[!-~]{1,200}$/.test(value)) throw new RangeError('A sealed header is printable ASCII without spaces.');
  return value;
}
