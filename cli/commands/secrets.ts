import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { vocabulary } from '@trellis/vocabulary';

/** The files that docker-compose.yml mounts as secrets. */
export const secretNames: readonly string[] = [
  'postgres-password',
  'ledger-signing-key',
  'gateway-database-password',
  ...vocabulary.agencies.flatMap((agency) => [`${agency}-database-password`, `${agency}-seal-key`]),
];

/** `trellis secrets`: makes the secrets of docker-compose.yml, each in a file of its own; one that exists is left as it is. */
export function secretsCommand(): Command {
  return new Command('secrets')
    .description('make the secret files that docker-compose.yml reads; what exists is left as it is')
    .option('--out <directory>', 'where to put them', 'secrets')
    .action(async ({ out }: { out: string }) => {
      const directory = resolve(out);
      // The directory is this user's alone; the files can be read by the user that a container runs as.
      await mkdir(directory, { recursive: true, mode: 0o700 });
      let made = 0;
      for (const name of secretNames) {
        if (await writeNew(join(directory, name), secretFor(name))) made += 1;
      }
      console.log(`${String(made)} made, ${String(secretNames.length - made)} kept in ${directory}.`);
    });
}

/** 32 random bytes in hex; for the ledger an Ed25519 private key in PEM. */
export function secretFor(name: string): string {
  return name === 'ledger-signing-key'
    ? generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    : `${randomBytes(32).toString('hex')}\n`;
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
