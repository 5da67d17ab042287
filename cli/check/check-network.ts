import { readFileSync } from 'node:fs';
import { compileRules, parseRuleSet } from '@trellis/decision';
import { firstRules } from '@trellis/network/first-rules';
import type { SubgraphFile } from '@trellis/network/subgraphs';
import { compose, readLabels, type CompositionProblem, type Labels } from '@trellis/schema';
import type { NetworkFolder } from '@trellis/vocabulary';
import { breakingChanges, type RegisteredOperation } from './breaking-changes.ts';
import { categoriesWithoutRules, newlyVisible } from './consent-impact.ts';
import type { CheckReport, Found } from './report.ts';

export interface CheckOptions {
  readonly network: NetworkFolder;
  /** All schemas of the network, those under check in their new form. */
  readonly subgraphs: readonly SubgraphFile[];
  /** Whose schemas are under check; a problem elsewhere is told as well. */
  readonly agencies: readonly string[];
  /** The supergraph that is live; undefined where nothing is. */
  readonly live?: string | undefined;
  readonly operations: readonly RegisteredOperation[];
}

/** Composes, and says what would be wrong with it, what would break, and who would come to see what. Changes nothing. */
export function checkNetwork(options: CheckOptions): CheckReport {
  const { network, subgraphs, agencies, live, operations } = options;
  const files = new Map(subgraphs.map(({ name, file }) => [name, file]));
  const composed = compose(subgraphs, network.vocabulary);
  if ('problems' in composed) {
    return {
      ok: false,
      agencies,
      newlyVisible: [],
      found: composed.problems.map((problem) => asFound(problem, files)),
    };
  }
  const labels = readLabels(composed.supergraphSdl, network.vocabulary);
  const rules = compileRules(parseRuleSet(firstRules(network).yaml, network.vocabulary), network.vocabulary);
  const found = [
    ...(live === undefined ? [] : breakingChanges(live, composed.supergraphSdl, operations)),
    ...categoriesWithoutRules(labels, rules, network.vocabulary, agencies).map((code): Found => {
      const agency = code.split('.')[0] ?? '';
      return {
        severity: 'warning',
        rule: 'category-without-a-rule',
        agency,
        message: `No sharing rule opens \`${code}\`: nobody will ever see what bears it.`,
        fix: `Propose a rule in agencies/${agency}/rules.yaml, or leave it where only a court order may open it.`,
        link: 'docs/guides/privacy-officer.md#sharing-rules',
      };
    }),
  ];
  return {
    ok: !found.some(({ severity }) => severity === 'error'),
    agencies,
    found,
    newlyVisible: newlyVisible(labelsOf(live, network), labels, rules, { vocabulary: network.vocabulary, agencies }),
  };
}

/** The labels of the live graph; undefined where there is none, or it names words that the network no longer has. */
function labelsOf(live: string | undefined, { vocabulary }: NetworkFolder): Labels | undefined {
  if (live === undefined) return undefined;
  try {
    return readLabels(live, vocabulary);
  } catch {
    // Then everything counts as new, which tells more, never less.
    return undefined;
  }
}

function asFound(problem: CompositionProblem, files: ReadonlyMap<string, string>): Found {
  const { subgraph: agency, rule, line, column, coordinate, message, fix } = problem;
  const link = rule === 'syntax' ? 'https://graphql.org/learn/schema/' : 'docs/guides/agency.md#check-it';
  return { severity: 'error', rule, agency, file: files.get(agency), line, column, coordinate, message, fix, link };
}

/** The lines around a place in a file, with a mark under it. Empty where the place is not in the file. */
export function codeFrame({ file, line, column = 1 }: Found): string {
  if (file === undefined || line === undefined) return '';
  const lines = readFileSync(file, 'utf8').split('\n');
  if (line > lines.length) return '';
  const width = String(line + 1).length;
  const shown = [line - 1, line, line + 1].filter((number) => number >= 1 && number <= lines.length);
  return shown
    .flatMap((number) => [
      `  ${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`,
      ...(number === line ? [`    ${' '.repeat(width)} | ${' '.repeat(column - 1)}^`] : []),
    ])
    .join('\n');
}
