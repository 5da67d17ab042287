import { appendFile, open } from 'node:fs/promises';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { readKeys, readLedgerFile } from './ledger-files.ts';

interface Options {
  readonly key: readonly string[];
  readonly handed: string;
}

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

/** `trellis ledger witness`: what an agency does with each checkpoint it is handed. Needs no ledger and no network. */
export function witnessCommand(): Command {
  return new Command('witness')
    .description('keep a checkpoint, if it is signed and follows from the one kept last; exit 1 where it does not')
    .argument('<file>', 'where the checkpoints are kept, one a line; made where there is none')
    .option('--handed <file>', 'what the network handed over: `checkpoint`’s output, later `prove --since`’s', '-')
    .option('--key <file>', 'a public key in PEM that signs checkpoints; repeat for each that ever did', collect, [])
    .action(async (file: string, { key, handed }: Options) => {
      const { readWitness, witness } = await import('@trellis/ledger');
      const keys = await readKeys(key);
      await (await open(file, 'a')).close();
      const kept = readWitness(await readLedgerFile(file));
      if (kept === undefined) throw new Failure(`${file} holds something that is no checkpoint`);
      const outcome = witness(await readLedgerFile(handed), keys, kept);
      if ('faults' in outcome) throw new Failure(outcome.faults.join('\n  '));
      const { size, root } = outcome.keep;
      const isKnown = kept.some((each) => each.size === size && each.root === root);
      if (!isKnown) await appendFile(file, `${JSON.stringify(outcome.keep)}\n`);
      console.log(`Kept: ${String(size)} entries, signed at ${outcome.keep.at}.`);
    });
}
