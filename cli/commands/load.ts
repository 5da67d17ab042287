import { join } from 'node:path';
import { Argument, Command } from 'commander';
import { RegisterError, type Register } from '@trellis/register';
import { defaultPorts } from '@trellis/network/development';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';
import { readDevelopment } from '../read-development.ts';
import type { LoadResult } from '@trellis/load';
import { LoadRefused } from '@trellis/load';
import { writeReviewList } from '@trellis/load';
import { renderAccount } from '@trellis/load';
import { showProgress } from '@trellis/load';

interface Options {
  readonly links?: string;
  readonly review?: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

// Named here too, so that `--help` needs nothing loaded; a test holds them to the formats.
export const loadingAgencies = ['mental-health', 'education', 'police', 'child-protection'] as const;

/** `trellis load`: brings what an agency's systems export into its embedded database, and says what became of every record. */
export function loadCommand(): Command {
  return new Command('load')
    .description("load an agency's exports: FHIR R4, Ed-Fi 5.2, NIBRS or Children in Need (docs/loading.md)")
    .addArgument(new Argument('<agency>', 'whose records they are').choices(loadingAgencies))
    .argument('<files...>', 'files to load, each whole or not at all')
    .option('--links <file>', 'a CSV that says which child a number means')
    .option('--review <file>', 'where to write what a person must look at; into the data directory unless given')
    .option('--dry-run', 'read, map and count, and write nothing')
    .option('--json', 'print the account as JSON')
    .action(async (agency: (typeof loadingAgencies)[number], files: readonly string[], options: Options) => {
      const result = await load(agency, files, options);
      const reviewPath = await writeReview(agency, result, options);
      // What is to review is in its file, which is the officer's; here only how much.
      const account = {
        files: result.files,
        review: { entries: result.review.length, ...(reviewPath ? { file: reviewPath } : {}) },
      };
      console.log(options.json ? JSON.stringify(account) : renderAccount(result, reviewPath));
      if (result.files.some(({ outcome }) => outcome === 'refused' || outcome === 'failed')) process.exitCode = 1;
    });
}

async function load(
  agency: (typeof loadingAgencies)[number],
  files: readonly string[],
  { links, dryRun = false }: Options,
): Promise<LoadResult> {
  const [{ openNetworkData }, { loadIntoNetwork }] = await Promise.all([
    import('@trellis/network'),
    import('@trellis/load'),
  ]);
  const { now } = readDevelopment(process.env, defaultPorts);
  const data = await openNetworkData({ directory: dataDirectory(), join: true, now });
  const bar = showProgress(process.stderr);
  try {
    if (!dryRun) await expectRules(data.register);
    return await loadIntoNetwork(data, {
      agency,
      files,
      links,
      dryRun,
      ...(bar.onProgress ? { onProgress: bar.onProgress } : {}),
    });
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    throw new Failure(error.message, { fix: 'docs/loading.md shows the two forms of a links file.', exitCode: 2 });
  } finally {
    bar.stop();
    await data.close();
  }
}

/** Involvements are opened under the rules that are live: said before anything is written, not after. */
async function expectRules(register: Pick<Register, 'read'>): Promise<void> {
  try {
    await register.read([]);
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    throw new Failure(`the register is not ready: ${error.message}`, { fix: 'Run `npx trellis seed` first.' });
  }
}

async function writeReview(agency: string, { review }: LoadResult, options: Options): Promise<string | undefined> {
  if (review.length === 0) return undefined;
  const path = options.review ?? join(dataDirectory(), `review-${agency}.csv`);
  await writeReviewList(path, review);
  return path;
}
