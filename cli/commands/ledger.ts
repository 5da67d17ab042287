import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { fileCommand } from './ledger-file.ts';
import { disclosuresCommand } from './ledger-disclosures.ts';
import { print, readLedgerFile, withLedger } from './ledger-files.ts';
import { grantCommand } from './ledger-grant.ts';
import { exported, proveCommand } from './ledger-prove.ts';
import { verifyCommand } from './ledger-verify.ts';
import { witnessCommand } from './ledger-witness.ts';

const where = `
The ledger is that of DATABASE_URL (with DATABASE_PASSWORD_FILE and LEDGER_KEY_FILE), or of the embedded data where that is not
set, whether the network is running on it or not. With --from, verify, prove and checkpoint need an export alone.`;

/** `trellis ledger`: shows that what was disclosed is recorded, and that the record was not changed. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .description('verify the ledger, prove an entry, sign a checkpoint, keep one as a witness')
    .addHelpText('after', where)
    .addCommand(verifyCommand())
    .addCommand(proveCommand())
    .addCommand(
      new Command('checkpoint')
        .description('sign the tree as it stands and print the checkpoint, to hand to witnesses')
        .option('--from <file>', 'an export whose entries to sign, with the key of LEDGER_KEY_FILE')
        .action(checkpoint),
    )
    .addCommand(witnessCommand())
    .addCommand(disclosuresCommand())
    .addCommand(fileCommand())
    .addCommand(grantCommand())
    .addCommand(
      new Command('export')
        .description('print every entry and checkpoint as NDJSON, to be verified anywhere')
        .action(() =>
          withLedger(async ({ ledger, database }) => {
            const { exportLedger } = await import('@trellis/ledger');
            for await (const line of exportLedger(database, ledger)) print(line);
          }),
        ),
    )
    .addCommand(
      new Command('forget')
        .description('remove what was withheld longer ago than it is kept; to be run every day')
        .action(() => withLedger(async ({ ledger }) => print({ forgotten: await ledger.forgetQuestions() }))),
    );
}

async function checkpoint({ from }: { from?: string }): Promise<void> {
  if (from !== undefined) {
    const { keyName } = await import('@trellis/ledger');
    const privateKey = readPrivateKey(await readLedgerFile(process.env.LEDGER_KEY_FILE ?? noKey()));
    const key = { id: keyName(createPublicKey(privateKey)), privateKey };
    return print((await exported(from)).checkpoint(key, new Date()));
  }
  await withLedger(async ({ ledger, key }) => print(await ledger.checkpoint(key ?? noKey())));
}

function readPrivateKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : noKey();
  } catch {
    return noKey(); // what OpenSSL says of it helps nobody
  }
}

function noKey(): never {
  throw new Failure('there is no key to sign with', {
    fix: 'Set LEDGER_KEY_FILE to an Ed25519 private key in PEM.',
  });
}
