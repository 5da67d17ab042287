import { hash } from 'node:crypto';

/** The Content-Digest of a body (RFC 9530). */
export function contentDigest(body: Uint8Array | string): string {
  return `sha-256=:${hash('sha256', body, 'base64')}:`;
}
