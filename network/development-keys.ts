import { hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { hmacKey, type SealKey } from '@trellis/seal';
import { keepFile } from './keep-file.ts';
import { agencyNames } from './ports.ts';

/**
 * One seal key for each agency, all derived from one secret of this data directory; without a directory they live as long as the process.
 * For development: production reads each key from a file of its own.
 */
export async function openDevelopmentKeys(directory: string | undefined): Promise<Readonly<Record<string, SealKey>>> {
  const keyOf = await openDevelopmentKey(directory);
  return Object.fromEntries(agencyNames.map((agency) => [agency, keyOf(agency)]));
}

/** The same for any agency, also one that is not on the network yet. */
export async function openDevelopmentKey(directory: string | undefined): Promise<(agency: string) => SealKey> {
  const make = (): string => randomBytes(32).toString('hex');
  const secret = directory === undefined ? make() : await keepFile(join(directory, 'development-secret'), make);
  return (agency) => hmacKey(agency, new Uint8Array(hkdfSync('sha256', secret, 'trellis seal', agency, 32)));
}
