import type { KeyObject } from 'node:crypto';
import { sign, verify } from 'node:crypto';
import { z } from 'zod';

/** A hash, a signature: bytes in base64. */
export const base64Shape = z.base64();

export const checkpointShape = z.strictObject({
  size: z.int().nonnegative(),
  root: base64Shape,
  at: z.iso.datetime(),
  keyId: z.string(),
  signature: base64Shape,
});

/** A signed statement of how many entries there are and what they hash to. Whoever keeps one is a witness. */
export interface Checkpoint {
  readonly size: number;
  /** Base64, like the signature. */
  readonly root: string;
  /** ISO 8601. */
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

/** An Ed25519 key with its name. Keys rotate: a checkpoint names the one it was signed with. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: KeyObject;
}

/** Key name → Ed25519 public key: every key that ever signed. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

export function signCheckpoint(unsigned: Omit<Checkpoint, 'keyId' | 'signature'>, key: SigningKey): Checkpoint {
  const named = { ...unsigned, keyId: key.id };
  return { ...named, signature: sign(null, signedText(named), key.privateKey).toString('base64') };
}

/** Checks whether a checkpoint was signed, as it stands, by the key it names. */
export function isSigned(checkpoint: Checkpoint, keys: PublicKeys): boolean {
  const key = keys.get(checkpoint.keyId);
  return key !== undefined && verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'));
}

/** One line each, so that no two checkpoints have the same text. */
function signedText({ size, root, at, keyId }: Omit<Checkpoint, 'signature'>): Uint8Array {
  return Buffer.from(`trellis ledger checkpoint v1\n${size}\n${root}\n${at}\n${keyId}\n`);
}
