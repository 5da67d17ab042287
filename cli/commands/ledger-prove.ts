import { Argument, Command } from 'commander';
import type { ExportedLedger, Ledger } from '@trellis/ledger';
import { Failure } from '../failure.ts';
import { exportLines, print, withLedger } from './ledger-files.ts';

interface Options {
  readonly from?: string;
  readonly since?: number;
}

/** `trellis ledger prove`: that an entry is in the tree, or that the tree begins with an earlier one. */
export function proveCommand(): Command {
  return new Command('prove')
    .description('prove an entry, or that nothing before it was changed since, against the last checkpoint')
    .addArgument(new Argument('[index]', "the entry's place, from 0").argParser(readPlace))
    .option('--since <size>', 'prove that the first so many entries are those that were signed then', readPlace)
    .option('--from <file>', 'an export to prove from, in place of the ledger itself')
    .action(prove);
}

async function prove(index: number | undefined, { from, since }: Options): Promise<void> {
  if ((index === undefined) === (since === undefined))
    throw new Failure('say what to prove: an entry’s place, or --since', { exitCode: 2 });
  const make = (ledger: Pick<Ledger, 'proveInclusion' | 'proveConsistency'> | ExportedLedger) =>
    index === undefined ? ledger.proveConsistency(since ?? 0) : ledger.proveInclusion(index);
  const proof =
    from === undefined
      ? await withLedger(async ({ ledger }) => make(ledger)).catch(notCovered)
      : await exported(from, index === undefined ? [] : [index])
          .then(make)
          .catch(notCovered);
  print(proof);
}

/** An export that can be proved from; refused where it cannot be read to its end. */
export async function exported(path: string, wanted: readonly number[] = []): Promise<ExportedLedger> {
  const { readExported } = await import('@trellis/ledger');
  const ledger = await readExported(exportLines(path), wanted);
  if (ledger === undefined)
    throw new Failure(`${path} is not a whole export`, { fix: '`npx trellis ledger verify --from` tells where.' });
  return ledger;
}

function notCovered(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw new Failure('the last checkpoint covers no such entry', {
    fix: 'Sign one with `npx trellis ledger checkpoint`.',
  });
}

function readPlace(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Failure(`\`${text}\` is not the place of an entry`, { fix: 'Entries are counted from 0.', exitCode: 2 });
}
