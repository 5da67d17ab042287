import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { openDevelopmentKeys } from '@trellis/network/development-keys';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { readSealKey, type SealKey } from '@trellis/seal';
import { network } from '@trellis/vocabulary';
import { readPublishedSchema } from '../conformance/published-schema.ts';
import { runConformance, type ConformanceReport } from '../conformance/run-conformance.ts';
import { openTarget } from '../conformance/target.ts';
import { dataDirectory } from '../data-directory.ts';
import { Failure } from '../failure.ts';

interface Options {
  readonly agency: string;
  readonly key?: string;
  readonly schema?: string;
  readonly ids?: readonly string[];
  readonly json?: boolean;
}

const example = `
Example:
  npx trellis conformance http://127.0.0.1:4104/graphql --agency NAME --ids Child=v7cqm3xkt5zhy2wnrgd4bfjuoa

Exit code 0: every MUST is kept. 1: one is not. 2: the command line does not fit.`;

/** `trellis conformance`: whether a running agency, in whatever language, keeps the protocol (docs/protocol.md). */
export function conformanceCommand(): Command {
  return new Command('conformance')
    .description('check a running agency against the protocol, whatever language it is written in')
    .argument('<url>', 'where it answers POST requests, such as http://127.0.0.1:4104/graphql')
    .requiredOption('--agency <name>', "the agency's name on the network")
    .option(
      '--key <file>',
      'its seal key: 32 bytes in hex, or an Ed25519 private key in PEM; the development key unless given',
    )
    .option('--schema <file>', "its schema; the one in the network's folder unless given")
    .option('--ids <TypeAndIds...>', 'ids of records that it has: Type=id,id')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action(async (written: string, { agency, key, schema, ids = [], json }: Options) => {
      if (!URL.canParse(written))
        throw new Failure(`${written} is no URL`, { fix: 'Write http://HOST:PORT/graphql.', exitCode: 2 });
      const target = openTarget({
        url: new URL(written),
        agency,
        key: await readKey(agency, key),
        schema: readPublishedSchema(await readSdl(agency, schema)),
        ids: readIds(ids),
      });
      if ((await target.ask({ query: '{ __typename }' })).status === 0)
        throw new Failure(`nothing answers HTTP at ${written}`, {
          fix: 'Start the agency, and check host and port.',
          exitCode: 2,
        });
      const report = await runConformance(target);
      if (json) console.log(JSON.stringify(report));
      else printReport(report);
      if (!report.conforms) process.exitCode = 1;
    });
}

async function readKey(agency: string, file: string | undefined): Promise<SealKey> {
  if (file === undefined) {
    const key = (await openDevelopmentKeys(dataDirectory()))[agency];
    if (key !== undefined) return key;
    throw new Failure(`\`${agency}\` is not on the network ${network.name}`, {
      fix: 'Give its key with --key.',
      exitCode: 2,
    });
  }
  const text = (await readFile(file, 'utf8')).trim();
  const key = readSealKey(agency, text, 'PRIVATE');
  if (key !== undefined) return key;
  throw new Failure(`${file} holds no key`, {
    fix: 'Write 32 bytes in hex, or an Ed25519 private key in PEM.',
    exitCode: 2,
  });
}

async function readSdl(agency: string, file: string | undefined): Promise<string> {
  if (file !== undefined) return readFile(file, 'utf8');
  const found = readSubgraphs(network).find(({ name }) => name === agency);
  if (found !== undefined) return found.sdl;
  throw new Failure(`\`${agency}\` has no schema on the network ${network.name}`, {
    fix: 'Give it with --schema.',
    exitCode: 2,
  });
}

function readIds(written: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    written.map((entry) => {
      const [type = '', ids = ''] = entry.split('=');
      if (type === '' || ids === '')
        throw new Failure(`${entry} is not TYPE=ID,ID`, { fix: 'Such as --ids Child=ID.', exitCode: 2 });
      return [type, ids.split(',')] as const;
    }),
  );
}

function printReport({ agency, url, conforms, checks }: ConformanceReport): void {
  for (const check of checks) {
    const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[check.result];
    console.log(`${mark} ${check.level.padEnd(6)} ${check.id}: ${check.title}`);
    if (check.result === 'failed') console.log(`       ${check.found}\n       fix: ${check.fix}`);
    if (check.result === 'skipped') console.log(`       ${check.why}`);
  }
  console.log(conforms ? `\n${agency} at ${url} conforms.` : `\n${agency} at ${url} does not conform.`);
}
