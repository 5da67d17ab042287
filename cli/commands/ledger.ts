import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { Argument, Command } from 'commander';
import type { Checkpoint, ExportLine } from '@trellis/ledger';
import type { LedgerData } from '@trellis/network';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';

interface VerifyOptions {
  readonly from?: string;
  readonly key: readonly string[];
  readonly kept: readonly string[];
  readonly json?: boolean;
}

const where = `
The ledger is that of DATABASE_URL (with DATABASE_PASSWORD_FILE and LEDGER_KEY_FILE), or of the embedded data where that is not
set, whether the network is running on it or not.`;

/** `trellis ledger`: shows that what was disclosed is recorded, and that the record was not changed. */
export function ledgerCommand(): Command {
  const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];
  return new Command('ledger')
    .description('verify the ledger, prove an entry, sign a checkpoint')
    .addHelpText('after', where)
    .addCommand(
      new Command('verify')
        .description('check every entry and every checkpoint; exit 1 where something does not hold')
        .option('--from <file>', 'an export to verify, in place of the ledger itself')
        .option('--key <file>', 'a public key in PEM that signed checkpoints; repeat for more', collect, [])
        .option('--kept <file>', 'a checkpoint that a witness kept, as JSON; repeat for more', collect, [])
        .option('--json', 'print the result as JSON')
        .action(verify),
    )
    .addCommand(
      new Command('prove')
        .description('prove that an entry is in the tree that the last checkpoint signs')
        .addArgument(new Argument('<index>', "the entry's place, from 0").argParser(readIndex))
        .action((index: number) =>
          withLedger(async ({ ledger }) => print(await ledger.proveInclusion(index).catch(noSuchEntry))),
        ),
    )
    .addCommand(
      new Command('checkpoint')
        .description('sign the tree as it stands and print the checkpoint, to hand to witnesses')
        .action(() =>
          withLedger(async ({ ledger, key }) => {
            if (key === undefined)
              throw new Failure('there is no key to sign with', {
                fix: 'Set LEDGER_KEY_FILE to an Ed25519 private key in PEM.',
              });
            print(await ledger.checkpoint(key));
          }),
        ),
    )
    .addCommand(
      new Command('export')
        .description('print every entry and checkpoint as NDJSON, to be verified anywhere')
        .action(() =>
          withLedger(async ({ ledger, database }) => {
            const { exportLedger } = await import('@trellis/ledger');
            for await (const line of exportLedger(database, ledger)) print(line);
          }),
        ),
    );
}

async function verify({ from, key, kept, json }: VerifyOptions): Promise<void> {
  const { exportLedger, verifyExport } = await import('@trellis/ledger');
  const { keyName } = await import('@trellis/network');
  const keys = new Map<string, KeyObject>();
  for (const path of key) {
    const publicKey = createPublicKey(await readFile(path));
    keys.set(keyName(publicKey), publicKey);
  }
  const witnesses = await Promise.all(kept.map(async (path) => JSON.parse(await readFile(path, 'utf8')) as Checkpoint));
  const result =
    from === undefined
      ? await withLedger(({ ledger, database, key: own }) => {
          if (own !== undefined) keys.set(own.id, createPublicKey(own.privateKey));
          return verifyExport(exportLedger(database, ledger), keys, witnesses);
        })
      : await verifyExport(linesOf(from), keys, witnesses);
  if (json) print(result);
  else
    console.log(
      `${String(result.entries)} entries, ${String(result.checkpoints)} checkpoints: ${result.faults.length === 0 ? 'everything holds.' : 'not everything holds.'}`,
    );
  if (result.faults.length > 0) throw new Failure(result.faults.join('\n  '));
}

async function* linesOf(path: string): AsyncGenerator<ExportLine> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (line !== '') yield JSON.parse(line) as ExportLine;
  }
}

async function withLedger<Result>(run: (data: LedgerData) => Promise<Result>): Promise<Result> {
  const { openLedgerData } = await import('@trellis/network');
  const data = await openLedgerData(dataDirectory(), process.env);
  try {
    return await run(data);
  } finally {
    await data.close();
  }
}

function noSuchEntry(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new Failure('the last checkpoint covers no such entry', {
    fix: 'Sign one with `npx trellis ledger checkpoint`.',
  });
}

function readIndex(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Failure(`\`${text}\` is not the place of an entry`, { fix: 'Entries are counted from 0.', exitCode: 2 });
}

function print(value: object): void {
  console.log(JSON.stringify(value));
}
