import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { keyName, type SigningKey } from '@trellis/ledger';
import { keepFile } from './keep-file.ts';

/** The development ledger's signing key, kept in the data directory. Production reads its own from `LEDGER_KEY_FILE`. */
export async function openDevelopmentLedgerKey(directory: string): Promise<SigningKey> {
  const make = (): string =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return signingKey(createPrivateKey(await keepFile(join(directory, 'development-ledger-key.pem'), make)));
}

/** A signing key under the name that its public half gives it. */
export function signingKey(privateKey: KeyObject): SigningKey {
  return { id: keyName(createPublicKey(privateKey)), privateKey };
}
