import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ed25519Key, hmacKey, type SealKey } from './keys.ts';

/** The half of a key pair that a process holds: a gateway seals with the private one, an agency verifies with the public one. */
export type KeyHalf = 'PRIVATE' | 'PUBLIC';

/**
 * Reads a seal key: at least 32 bytes in hex, shared between gateway and agency, or that half of an Ed25519 key pair in PEM. Undefined where the
 * text is neither; what it should be is for the caller to say, with the name of what was read.
 */
export function readSealKey(agency: string, text: string, half: KeyHalf): SealKey | undefined {
  if (/^(?:[0-9a-f]{2}){32,}$/i.test(text)) return hmacKey(agency, Buffer.from(text, 'hex'));
  const key = half === 'PRIVATE' ? readPrivateKey(text) : readPublicKey(text);
  return key && ed25519Key(agency, key);
}

/** Reads an Ed25519 private key in PEM; undefined where the text is none. */
export function readPrivateKey(text: string): KeyObject | undefined {
  return ed25519From(() => createPrivateKey(text));
}

/** Reads an Ed25519 public key in PEM; undefined where the text is none. A private key is not taken for its public half. */
export function readPublicKey(text: string): KeyObject | undefined {
  if (!text.startsWith('-----BEGIN PUBLIC KEY-----')) return undefined;
  return ed25519From(() => createPublicKey(text));
}

function ed25519From(read: () => KeyObject): KeyObject | undefined {
  try {
    const key = read();
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
