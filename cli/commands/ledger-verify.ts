import { createPublicKey } from 'node:crypto';
import type { StoredVerification, Verification } from '@trellis/ledger';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { verifyFile } from './ledger-file.ts';
import { exportLines, print, readKept, readKeys, readLedgerFile, withLedger } from './ledger-files.ts';

interface Options {
  readonly from?: string;
  readonly proof?: string;
  readonly file?: string;
  readonly key: readonly string[];
  readonly kept: readonly string[];
  readonly json?: boolean;
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

/** `trellis ledger verify`: a ledger, an export of one, or one proof. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check every entry and every checkpoint, or one proof; exit 1 where something does not hold')
    .option('--from <file>', 'an export to verify, in place of the ledger itself')
    .option('--proof <file>', 'a proof that `prove` printed, to verify by itself (`-`: standard input)')
    .option('--file <file>', 'a court’s file that `file` printed, to verify by itself (`-`: standard input)')
    .option('--key <file>', 'a public key in PEM that signed checkpoints; repeat for each that ever did', collect, [])
    .option('--kept <file>', 'checkpoints that a witness kept, one a line; repeat for more', collect, [])
    .option('--json', 'print the result as JSON')
    .action(verify);
}

async function verify({ from, proof, file, key, kept, json }: Options): Promise<void> {
  const keys = await readKeys(key);
  const witnesses = await readKept(kept);
  if (file !== undefined) return refuse(await verifyFile(file, keys), keys.size === 0);
  if (proof !== undefined) return verifyProof(proof, keys, witnesses, json);
  const { verifyExport, verifyLedger } = await import('@trellis/ledger');
  const result: Verification | StoredVerification =
    from === undefined
      ? await withLedger(({ ledger, database, key: own }) => {
          if (own !== undefined) keys.set(own.id, createPublicKey(own.privateKey));
          return verifyLedger(database, ledger, keys, witnesses);
        })
      : await verifyExport(exportLines(from), keys, witnesses);
  if (json) print(result);
  else {
    const erased = 'ofErasedChildren' in result ? `, ${String(result.ofErasedChildren)} of erased children` : '';
    console.log(
      `${String(result.entries)} entries${erased}, ${String(result.checkpoints)} checkpoints: ${result.faults.length === 0 ? 'everything holds.' : 'not everything holds.'}`,
    );
  }
  refuse(result.faults, keys.size === 0);
}

async function verifyProof(path: string, ...[keys, kept, json]: VerifyProofRest): Promise<void> {
  const { faultsOfProof, readProof } = await import('@trellis/ledger');
  const proof = readProof(parse(await readLedgerFile(path)));
  if (proof === undefined) throw new Failure(`${path} is no proof`);
  const faults = faultsOfProof(proof, keys, kept);
  if (json) print({ faults });
  else if (faults.length === 0)
    console.log(
      'body' in proof
        ? `Entry ${String(proof.index)} is among the ${String(proof.size)} that were signed at ${proof.checkpoint.at}: ${proof.body}`
        : `The ${String(proof.size)} entries begin with the ${String(proof.first)} that were signed before.`,
    );
  refuse(faults, keys.size === 0);
}

type VerifyProofRest = [
  Awaited<ReturnType<typeof readKeys>>,
  Awaited<ReturnType<typeof readKept>>,
  boolean | undefined,
];

function refuse(faults: readonly string[], isKeyless: boolean): void {
  if (faults.length === 0) return;
  throw new Failure(faults.join('\n  '), isKeyless ? { fix: 'Give each public key that signed with --key.' } : {});
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what cannot be read is no proof
  }
}
