import { createHmac, sign as signAsymmetric, timingSafeEqual, verify as verifyAsymmetric } from 'node:crypto';
import type { SealKey } from './keys.ts';

export function sign(base: string, { algorithm, key }: SealKey): string {
  const bytes =
    algorithm === 'hmac-sha256'
      ? createHmac('sha256', key).update(base).digest()
      : signAsymmetric(null, Buffer.from(base), key);
  return bytes.toString('base64');
}

/** Compares what is written, in constant time: another way to write the same bytes is refused. */
export function verify(base: string, signature: string, key: SealKey): boolean {
  if (key.algorithm === 'ed25519') {
    const given = Buffer.from(signature, 'base64');
    return given.toString('base64') === signature && verifyAsymmetric(null, Buffer.from(base), key.key, given);
  }
  const expected = sign(base, key);
  return expected.length === signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}
