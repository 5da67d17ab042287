import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { CompositionProblem } from '@trellis/schema';
import { readSubgraphs } from '@trellis/network/subgraphs';
import { network, vocabulary } from '@trellis/vocabulary';
import { Failure } from '../failure.ts';
import { supergraphFile } from '../supergraph-file.ts';

interface Options {
  readonly check?: boolean;
  readonly out: string;
  readonly json?: boolean;
}

/** `trellis compose`: the agencies' schemas into one supergraph, or what is wrong with them. */
export function composeCommand(): Command {
  return new Command('compose')
    .description(`compose the agencies' schemas (${[...vocabulary.agencies].sort().join(', ')}) into one supergraph`)
    .option('--check', 'write nothing; exit 1 when the committed supergraph is stale')
    .option('--out <file>', 'where to write it', supergraphFile(network))
    .option('--json', 'print the problems as JSON')
    .action(async ({ check, out, json }: Options) => {
      const subgraphs = readSubgraphs(network);
      const { compose } = await import('@trellis/schema');
      const composed = compose(subgraphs, vocabulary);
      if ('problems' in composed) {
        if (json) console.log(JSON.stringify({ problems: composed.problems }));
        else composed.problems.forEach(printProblem);
        throw new Failure(`the graph does not compose: ${String(composed.problems.length)} problem(s)`, {
          fix: 'Each problem above names its place and its fix.',
        });
      }
      if (!json) composed.questions.forEach(printProblem);
      if (!check) await writeFile(out, composed.supergraphSdl);
      else if ((await readKept(out)) !== composed.supergraphSdl) {
        throw new Failure(`${out} is not what the agencies' schemas compose to`, {
          fix: 'Run `npx trellis compose` and commit the result.',
        });
      }
      if (json)
        console.log(JSON.stringify({ problems: [], questions: composed.questions, written: check ? null : out }));
      else console.log(check ? 'The supergraph is what the schemas compose to.' : `Wrote ${out}.`);
    });
}

function printProblem({ subgraph, line, column, coordinate, rule, message, fix }: CompositionProblem): void {
  const place = line === undefined ? subgraph : `${subgraph}:${String(line)}:${String(column ?? 1)}`;
  console.error(`${place} ${coordinate ?? ''} [${rule}]\n  ${message}\n  fix: ${fix}`);
}

async function readKept(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
