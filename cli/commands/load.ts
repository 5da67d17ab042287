import { constants, existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import type { LoadResult } from '@trellis/load';
import type { Register } from '@trellis/register';
import { Failure } from '../failure.ts';
import { actingPerson, withLoadData } from '../load-data.ts';
import { loadingAgencyNamed } from '../loading-agency.ts';
import { loadForgetCommand, loadListCommand, loadShowCommand, loadUndoCommand } from './load-loads.ts';

interface Options {
  readonly links?: string;
  readonly source?: string;
  readonly classified?: string;
  readonly exportedAt?: string;
  readonly full?: boolean;
  readonly by?: string;
  readonly review?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** `trellis load`: brings what an agency's systems export into its database, and says what became of every record. */
export function loadCommand(): Command {
  return new Command('load')
    .enablePositionalOptions()
    .description(
      "load an agency's exports: FHIR R4, Ed-Fi, OneRoster, NIBRS, Children in Need, SSDA903 (docs/loading.md)",
    )
    .argument('<agency>', 'whose records they are (docs/loading.md: which agencies read which formats)')
    .argument('<files...>', 'files, directories or zip archives to load, each file whole or not at all')
    .option('--links <file>', 'a CSV that says which child a number means')
    .option('--classified <file>', 'a CSV of what an officer classified: code, category')
    .option('--source <name>', 'which of the agency’s systems exported: its numbers are its own')
    .addOption(
      new Option('--exported-at <instant>', 'when the export was made, where the files do not say').argParser(instant),
    )
    .option('--full', 'the files are all that the system holds: what they no longer hold has ended')
    .option('--by <name>', 'who loads; the account that runs the command unless given')
    .option('--review <file>', 'also write what waits for a person to this file (`trellis link list` shows it)')
    .option('--dry-run', 'read, map and count, and write nothing')
    .option('--json', 'print the account as JSON')
    .addCommand(loadListCommand())
    .addCommand(loadShowCommand())
    .addCommand(loadUndoCommand())
    .addCommand(loadForgetCommand())
    .action(async (agency: string, files: readonly string[], options: Options) => {
      if (options.review !== undefined && existsSync(options.review))
        throw new Failure('the review file is there already', {
          fix: 'Name another: none is overwritten.',
          exitCode: 2,
        });
      if (options.review !== undefined && !(await isWritable(dirname(options.review))))
        throw new Failure('the review file cannot be written there', {
          fix: 'Name it in a folder that is there, and yours.',
          exitCode: 2,
        });
      const result = await load(agency, files, options);
      const { hasEffect, renderAccount, writeReviewList } = await import('@trellis/load');
      if (options.review !== undefined && result.review.length > 0)
        await writeReviewList(options.review, result.review);
      // What waits is in the database, and in the officer's file; here only how much.
      const { review, ...account } = result;
      const waits = { entries: review.length, ...(options.review === undefined ? {} : { file: options.review }) };
      console.log(options.json ? JSON.stringify({ ...account, review: waits }) : renderAccount(result));
      const { files: accounts } = result;
      const isFault = accounts.some(({ outcome }) => outcome === 'refused' || outcome === 'failed');
      if (isFault || !accounts.some(({ elements }) => hasEffect(elements))) process.exitCode = 1;
    });
}

/** Checks whether a file can be made in a folder. */
async function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function instant(text: string): string {
  const read = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/.test(text) || Number.isNaN(read.getTime()))
    throw new Failure('--exported-at is not an ISO 8601 instant', { fix: 'Write 2026-03-01T06:00:00Z.', exitCode: 2 });
  if (read.getTime() > Date.now())
    throw new Failure('--exported-at lies ahead', { fix: 'Write when the export was made.', exitCode: 2 });
  return read.toISOString();
}

async function load(
  name: string,
  files: readonly string[],
  { links, classified, source, exportedAt, full, by, dryRun = false }: Options,
): Promise<LoadResult> {
  const agency = await loadingAgencyNamed(name);
  return withLoadData(async (data) => {
    const { loadIntoNetwork, showProgress } = await import('@trellis/load');
    if (!dryRun) await expectRules(data.register);
    const progress = showProgress(process.stderr);
    const ranBy = actingPerson(by);
    try {
      return await loadIntoNetwork(data, {
        agency,
        files,
        links,
        classified,
        source,
        exportedAt,
        full,
        ranBy,
        dryRun,
        onProgress: progress.onProgress,
      });
    } finally {
      progress.stop();
    }
  });
}

/** Involvements are opened under the rules that are live: said before anything is written, not after. */
async function expectRules(register: Pick<Register, 'read'>): Promise<void> {
  try {
    await register.read([]);
  } catch (error) {
    const { RegisterError } = await import('@trellis/register');
    if (!(error instanceof RegisterError)) throw error;
    throw new Failure(`the register is not ready: ${error.message}`, { fix: 'Run `npx trellis seed` first.' });
  }
}
