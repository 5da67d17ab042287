import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import type { CheckReport, RegisteredOperation } from '@trellis/catalogue';
import { firstRules } from '@trellis/network/first-rules';
import { readSubgraphs, type SubgraphFile } from '@trellis/network/subgraphs';
import { completeSdl } from '@trellis/schema/complete-sdl';
import { network } from '@trellis/vocabulary';
import { codeFindings } from '../check/code-findings.ts';
import { migrationFindings } from '../check/migration-findings.ts';
import { printFound, printNewlyVisible } from '../check/print-report.ts';
import { withRuleFindings } from '../check/rule-findings.ts';
import { titleFindings } from '../check/title-findings.ts';
import { Failure } from '../failure.ts';
import { publishFolder } from '../publish-folder.ts';
import { supergraphFile } from '../supergraph-file.ts';

interface Options {
  readonly schema?: readonly string[];
  readonly against?: string;
  readonly operations?: string;
  readonly gateway?: string;
  readonly token?: string;
  readonly json?: boolean;
  readonly sarif?: boolean;
}

const help = `
Examples:
  npx trellis check                                 the whole network, as its folder is
  npx trellis check youth-shelter --schema youth-shelter=new.graphql
  npx trellis check youth-shelter --gateway URL     with what is live there; several are checked each by itself
  npx trellis check --operations registered.json    {"APP": {"operations": ["query …"]}}: what partner apps registered

Exit code 0: may be published. 1: an error was found. 2: the command line does not fit.`;

/** `trellis check`: whether schemas may be published, what they would break, and who would come to see what. */
export function checkCommand(): Command {
  return new Command('check')
    .description('check schemas with the whole graph: rules, breaking changes, and who would come to see what')
    .argument('[agencies...]', 'whose schemas are under check; all unless given')
    .option(
      '--schema <name=file...>',
      "a schema in place of the one in the network's folder; several together are checked as one change",
    )
    .option(
      '--against <file>',
      'the supergraph that is live; supergraph.graphql of the network, where there is one, unless given',
    )
    .option(
      '--gateway <url>',
      "check each agency's folder with what is live on a running gateway, which publishes nothing",
    )
    .option(
      '--token <jwt>',
      "with --gateway: a token of the agency's own system; one of the development issuer unless given",
    )
    .option('--operations <file>', 'what partner apps registered, as JSON')
    .option('--json', 'print the report as JSON')
    .option('--sarif', 'print the report as SARIF, for code-review tools')
    .addHelpText('after', help)
    .action(async (named: readonly string[], options: Options) => {
      if (options.gateway !== undefined) return finish(await checkLive(options.gateway, named, options), options);
      const replaced = readSchemas(options.schema ?? []);
      const subgraphs = readSubgraphs(network).map((subgraph) => replaced.get(subgraph.name) ?? subgraph);
      const added = [...replaced.values()].filter(({ name }) => !subgraphs.some((subgraph) => subgraph.name === name));
      const known = [...subgraphs, ...added].map(({ name }) => name);
      const unknown = [...named, ...replaced.keys()].filter((name) => !network.vocabulary.agencies.includes(name));
      if (unknown.length > 0)
        throw new Failure(`not on the network ${network.name}: ${unknown.join(', ')}`, {
          fix: `Its agencies: ${known.join(', ')}. \`npx trellis new\` adds one.`,
          exitCode: 2,
        });
      const agencies = named.length > 0 ? named : replaced.size > 0 ? [...replaced.keys()] : known;
      const { checkGraph } = await import('@trellis/catalogue');
      const live = readLive(options.against);
      const rules = firstRules(network);
      const { report } = await checkGraph({
        vocabulary: network.vocabulary,
        subgraphs: [...subgraphs, ...added],
        agencies,
        rules: rules.yaml,
        operations: readOperations(options.operations),
        ...(live !== undefined && { live: { supergraph: live, vocabulary: network.vocabulary } }),
      });
      const { ok, found, ...told } = withRuleFindings(report, rules, network);
      const code = [
        ...codeFindings(network, agencies),
        ...titleFindings(network, agencies),
        ...(await migrationFindings(network, agencies)),
      ];
      const isWhole = !code.some(({ severity }) => severity === 'error');
      await finish({ ...told, ok: ok && isWhole, found: [...found, ...code] }, options);
    });
}

/** Checks agencies, each by itself, with the graph, the rules and the registered operations of a running gateway. */
async function checkLive(gateway: string, named: readonly string[], options: Options): Promise<CheckReport> {
  const { schema, against, operations, token } = options;
  if (named.length === 0 || schema !== undefined || against !== undefined || operations !== undefined)
    throw new Failure('--gateway checks the folders of the agencies that are named, with what that gateway has', {
      fix: 'Name agencies, and leave out --schema, --against and --operations.',
      exitCode: 2,
    });
  const reports: CheckReport[] = [];
  for (const agency of named) {
    const folder = join(network.folder, 'agencies', agency);
    const told = await publishFolder(
      agency,
      folder,
      { gateway, ...(token !== undefined && { token }) },
      { dryRun: true },
    );
    reports.push(told.report);
  }
  return {
    ok: reports.every(({ ok }) => ok),
    agencies: named,
    found: reports.flatMap(({ found }) => found),
    newlyVisible: reports.flatMap(({ newlyVisible }) => newlyVisible),
  };
}

async function finish(report: CheckReport, options: Options): Promise<void> {
  await print(report, options);
  if (!report.ok) process.exitCode = 1;
}

function readSchemas(written: readonly string[]): ReadonlyMap<string, SubgraphFile> {
  return new Map(
    written.map((entry) => {
      const [name = '', path = ''] = entry.split('=');
      if (name === '' || path === '')
        throw new Failure(`${entry} is not NAME=FILE`, {
          fix: 'Such as --schema youth-shelter=new.graphql.',
          exitCode: 2,
        });
      return [name, { name, file: resolve(path), sdl: completeSdl(readFileOf(path)) }];
    }),
  );
}

/** The graph that is live, as far as the folder knows it. */
function readLive(path: string | undefined): string | undefined {
  if (path !== undefined) return readFileOf(path);
  const file = supergraphFile(network);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function readOperations(path: string | undefined): readonly RegisteredOperation[] {
  if (path === undefined) return [];
  try {
    const apps = JSON.parse(readFileOf(path)) as Readonly<Record<string, { readonly operations: readonly string[] }>>;
    return Object.entries(apps).flatMap(([app, { operations }]) => operations.map((document) => ({ app, document })));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${path} cannot be read as registered operations`, {
      fix: 'Write {"APP": {"operations": ["query …"]}}.',
      exitCode: 2,
    });
  }
}

function readFileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Failure(`${path} cannot be read`, { fix: 'Name a file that is there.', exitCode: 2 });
  }
}

async function print(report: CheckReport, { json, sarif }: Options): Promise<void> {
  if (json) return console.log(JSON.stringify(report));
  if (sarif) {
    const { toSarif } = await import('@trellis/catalogue');
    return console.log(JSON.stringify(toSarif(report)));
  }
  printFound(report.found);
  printNewlyVisible(report);
  const errors = report.found.filter(({ severity }) => severity === 'error').length;
  console.log(
    report.ok
      ? `${report.agencies.join(', ')}: may be published.`
      : `${report.agencies.join(', ')}: ${String(errors)} error(s).`,
  );
}
