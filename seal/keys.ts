import { createSecretKey, type KeyObject } from 'node:crypto';

export type SealAlgorithm = 'hmac-sha256' | 'ed25519';

/** The key that the gateway signs with: one secret per agency, or the private half of a key pair. */
export interface SealKey {
  readonly id: string;
  readonly algorithm: SealAlgorithm;
  readonly key: KeyObject;
}

/** The key an agency checks with, by the id the signature names; undefined where it knows none of that id. For ed25519 the public half. */
export type KeyLookup = (id: string) => SealKey | undefined;

/** A shared secret of at least 32 bytes as a key. */
export function hmacKey(id: string, secret: Uint8Array): SealKey {
  if (secret.length < 32) throw new RangeError('A seal secret has at least 32 bytes.');
  return { id, algorithm: 'hmac-sha256', key: createSecretKey(secret) };
}

/** One half of an Ed25519 key pair as a key: the private half seals, the public half opens. */
export function ed25519Key(id: string, key: KeyObject): SealKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('Not an Ed25519 key.');
  return { id, algorithm: 'ed25519', key };
}
