import { createHash, type KeyObject } from 'node:crypto';

/** The name that checkpoints give a public key: the start of its hash. */
export function keyName(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16);
}
