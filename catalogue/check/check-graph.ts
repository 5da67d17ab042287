import { compileRules, parseRuleSet, RuleSetProblems, type CompiledRules } from '@trellis/decision';
import { compose, readLabels, type CompositionProblem, type Labels, type Subgraph } from '@trellis/schema';
import type { Vocabulary } from '@trellis/vocabulary';
import { breakingChanges, type RegisteredOperation } from './breaking-changes.ts';
import { categoriesWithoutRules, newlyVisible } from './consent-impact.ts';
import { namesOfOthers } from './names-of-others.ts';
import { takenFromOthers } from './others-stay.ts';
import { elementPlace, type CheckedSchemas } from './place-of.ts';
import type { CheckReport, CheckFinding } from './report.ts';

/** A graph to be checked. All of it is data, so that another process may check it. */
export interface GraphToCheck {
  readonly vocabulary: Vocabulary;
  /** All schemas, those under check in their new form, each with the file that it stands in, where it stands in one. */
  readonly subgraphs: readonly (Subgraph & { readonly file?: string | undefined })[];
  /** Whose schemas are under check; a problem elsewhere is told as well. */
  readonly agencies: readonly string[];
  /** The graph that is live, with its words; undefined where nothing is. */
  readonly live?: { readonly supergraph: string; readonly vocabulary: Vocabulary } | undefined;
  /** The sharing rules, as they are written. */
  readonly rules: string;
  readonly operations: readonly RegisteredOperation[];
}

/** The findings, with the graph where it composes. */
export interface CheckedGraph {
  readonly report: CheckReport;
  readonly supergraph?: string | undefined;
}

/** Composes, and says what would be wrong with it, what would break, and who would come to see what. Changes nothing. */
export async function checkGraph(graph: GraphToCheck): Promise<CheckedGraph> {
  const { vocabulary, subgraphs, agencies, live, rules, operations } = graph;
  const files = new Map(subgraphs.map(({ name, file }) => [name, file]));
  const read = readRules(rules, vocabulary);
  const composed = compose(subgraphs, vocabulary);
  if ('problems' in composed) {
    const found = ofWhomIsChecked(
      composed.problems.map((problem) => atWhomIsChecked(asFound(problem, 'error', files), graph)),
      agencies,
    );
    const told = new Set(found.map(({ coordinate = '' }) => coordinate.split('.')[0]));
    const names = namesOfOthers(graph, live?.supergraph).filter(({ coordinate }) => !told.has(coordinate));
    return { report: { ok: false, agencies, newlyVisible: [], found: [...found, ...names, ...read.faults] } };
  }
  const { supergraphSdl: supergraph, questions } = composed;
  const labels = readLabels(supergraph, vocabulary);
  const names = namesOfOthers(graph, live?.supergraph);
  const named = new Set(names.map(({ coordinate }) => coordinate));
  const breaks =
    live === undefined ? [] : await breakingChanges({ before: live.supergraph, after: supergraph }, operations, graph);
  const found = [
    ...(live === undefined ? [] : takenFromOthers({ before: live.supergraph, after: supergraph, subgraphs, agencies })),
    ...names,
    // What a type of another agency's comes to have follows from its name.
    ...breaks.filter(({ severity, coordinate = '' }) => severity === 'error' || !named.has(coordinate.split('.')[0])),
    ...read.faults,
    ...(read.rules === undefined
      ? []
      : categoriesWithoutRules(labels, read.rules, vocabulary, agencies).map(withoutRule)),
    ...questions
      .map((question) => atWhomIsChecked(asFound(question, 'warning', files), graph))
      .filter(({ agency, coordinate = '' }) => agencies.includes(agency) && !named.has(coordinate.split('.')[0])),
  ];
  return {
    supergraph,
    report: {
      ok: !found.some(({ severity }) => severity === 'error'),
      agencies,
      found,
      newlyVisible:
        read.rules === undefined ? [] : newlyVisible(labelsOf(live), labels, read.rules, { vocabulary, agencies }),
    },
  };
}

/** The rule of what does not fit in the sharing rules; `coordinate` is the path in the set. */
export const sharingRulesFit = 'sharing-rules-fit';

/** The sharing rules, or what does not fit in them. */
function readRules(
  rules: string,
  vocabulary: Vocabulary,
): { readonly rules: CompiledRules | undefined; readonly faults: readonly CheckFinding[] } {
  try {
    return { rules: compileRules(parseRuleSet(rules, vocabulary), vocabulary), faults: [] };
  } catch (error) {
    if (!(error instanceof RuleSetProblems)) throw error;
    const faults = error.problems.map(({ path, line, column, message }): CheckFinding => ({
      severity: 'error',
      rule: sharingRulesFit,
      agency: 'network',
      line,
      column,
      coordinate: path,
      message: `${message.en}.`,
      fix: 'Correct it there: words must be those of network.yaml and of the agencies’ agency.yaml.',
      link: 'docs/guides/privacy-officer.md#sharing-rules',
    }));
    return { rules: undefined, faults };
  }
}

/** A fault elsewhere that follows from one of those under check is not told beside it: it is gone with it, or is told then. */
function ofWhomIsChecked(found: readonly CheckFinding[], agencies: readonly string[]): readonly CheckFinding[] {
  const own = found.filter(({ agency }) => agencies.includes(agency));
  return own.length > 0 ? own : found;
}

/** A problem between two agencies stands at one of them: told where the one under check has the same element. */
function atWhomIsChecked(found: CheckFinding, schemas: CheckedSchemas): CheckFinding {
  if (schemas.agencies.includes(found.agency) || found.coordinate === undefined) return found;
  const place = elementPlace(found.coordinate, schemas);
  if (place === undefined) return found;
  return found.message.includes(`"${place.agency}"`) ? { ...found, ...place } : found;
}

function withoutRule(code: string): CheckFinding {
  const agency = code.split('.')[0] ?? '';
  return {
    severity: 'warning',
    rule: 'category-without-a-rule',
    agency,
    message: `No sharing rule opens \`${code}\`: nobody will ever see what bears it.`,
    fix: `Propose a rule in agencies/${agency}/rules.yaml, or leave it where only a court order may open it.`,
    link: 'docs/guides/privacy-officer.md#sharing-rules',
  };
}

/** The labels of the live graph; undefined where there is none, or it names words that the network no longer has. */
function labelsOf(live: GraphToCheck['live']): Labels | undefined {
  if (live === undefined) return undefined;
  try {
    return readLabels(live.supergraph, live.vocabulary);
  } catch {
    // Then everything counts as new, which tells more, never less.
    return undefined;
  }
}

function asFound(
  problem: CompositionProblem,
  severity: CheckFinding['severity'],
  files: ReadonlyMap<string, string | undefined>,
): CheckFinding {
  const { subgraph: agency, rule, line, column, coordinate, message, fix } = problem;
  const link = rule === 'syntax' ? 'https://graphql.org/learn/schema/' : 'docs/guides/agency.md#check-it';
  return { severity, rule, agency, file: files.get(agency), line, column, coordinate, message, fix, link };
}
