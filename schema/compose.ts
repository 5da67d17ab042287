import { composeServices, type CompositionFailure } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import type { Vocabulary } from '@trellis/vocabulary';
import { checkRules } from './check-rules.ts';
import { checkSupergraph } from './check-supergraph.ts';
import { compositionHints, type CompositionHint } from './composition-hints.ts';
import { compositionProblems } from './composition-problems.ts';
import { fromGraphQLError } from './from-graphql-error.ts';
import { withOwnDirectiveNames } from './model/own-directive-names.ts';
import { Network } from './model/network.ts';
import { labelsIdentity } from './model/specs.ts';
import { readSubgraph, type SubgraphModel } from './model/subgraph-model.ts';
import type { CompositionProblem } from './problem.ts';
import type { Rule } from './rules/rule.ts';
import { categoriesAreKnown } from './rules/categories-are-known.ts';
import { contextIsRefused } from './rules/context-is-refused.ts';
import { everythingIsLabelled } from './rules/everything-is-labelled.ts';
import { federationIsLinked } from './rules/federation-is-linked.ts';
import { labelsAreComposed } from './rules/labels-are-composed.ts';
import { labelsAreLinked } from './rules/labels-are-linked.ts';
import { neverLabelledAndOpen } from './rules/never-labelled-and-open.ts';
import { permissionIsByLabel } from './rules/permission-is-by-label.ts';
import { rules as allRules } from './rules/rules.ts';

/** An agency's schema, as it is handed to composition. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly url?: string;
}

/**
 * A supergraph with what its agencies should weigh (a number that might count the withheld; what was made of schemas that do not say the same), or the
 * problems that stop it.
 */
export type Composition =
  | { readonly supergraphSdl: string; readonly questions: readonly CompositionProblem[] }
  | { readonly problems: readonly CompositionProblem[] };

/** Apollo's composition: joins schemas that keep the rules into one supergraph. A function of the services, so its result may be kept. */
export type Join = (
  services: Parameters<typeof composeServices>[0],
) =>
  | { readonly supergraphSdl: string; readonly errors?: undefined; readonly hints?: readonly CompositionHint[] }
  | Omit<CompositionFailure, 'schema' | 'hints'>;

/** The URL of an agency when nobody said one: a name that cannot resolve, so that a forgotten URL reaches no one. */
const nowhere = (name: string): string => `http://${name}.agency.invalid/graphql`;

/**
 * Composes the agencies' schemas into one supergraph, or says why it could leak or does not fit.
 * The same subgraphs, in whatever order, give the same bytes. Every rule is checked each time, whatever `join` keeps.
 */
export function compose(
  subgraphs: readonly Subgraph[],
  vocabulary: Vocabulary,
  join: Join = composeServices,
): Composition {
  return composeUnder(allRules, subgraphs, vocabulary, join);
}

/** The same under given rules, so that a test can take one away. */
export function composeUnder(
  rules: readonly Rule[],
  subgraphs: readonly Subgraph[],
  vocabulary: Vocabulary,
  join: Join = composeServices,
): Composition {
  const sorted = [...subgraphs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const read = sorted.map((subgraph) => readOne(subgraph));
  const unreadable = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (unreadable.length > 0) return { problems: unreadable };
  const models = read.flatMap((one) => ('model' in one ? [one] : []));
  const network = new Network(
    models.map(({ model }) => model),
    vocabulary,
  );
  const { problems, questions } = checkRules(network, rules);
  if (problems.some(({ rule }) => headRules.has(rule))) return { problems };
  const result = joined(
    join,
    models.map(({ model, url }) => ({
      name: model.name,
      url,
      typeDefs: withOwnDirectiveNames(model.source, model.links, [labelsIdentity]),
    })),
  );
  if (result.errors) {
    const misfits = compositionProblems(
      result.errors,
      models.map(({ model }) => model),
    );
    return { problems: withMisfits(misfits, problems) };
  }
  if (problems.length > 0) return { problems };
  const visible = checkSupergraph(result.supergraphSdl, vocabulary).filter(({ rule }) =>
    rules.some(({ name }) => name === rule),
  );
  if (visible.length > 0) return { problems: visible };
  return {
    supergraphSdl: result.supergraphSdl,
    questions: [
      ...questions,
      ...compositionHints(
        result.hints ?? [],
        models.map(({ model }) => model),
      ),
    ],
  };
}

/** What joining says. Where it breaks off, on a schema that it did not foresee, that is why the graph is refused. */
function joined(join: Join, services: Parameters<Join>[0]): ReturnType<Join> {
  try {
    return join(services);
  } catch (error) {
    return { errors: [new GraphQLError(`The schemas cannot be joined: ${(error as Error).message}`)] };
  }
}

/** The rules about a schema's head: where one is broken, whatever else is found follows from it. */
const headRules: ReadonlySet<string> = new Set(
  [federationIsLinked, labelsAreLinked, labelsAreComposed].map(({ name }) => name),
);

/** The rules about one element by itself. The others compare schemas, and say what is not so where the schemas do not fit. */
const elementRules: ReadonlySet<string> = new Set(
  [everythingIsLabelled, neverLabelledAndOpen, categoriesAreKnown].map(({ name }) => name),
);

/** The rules about directives that are refused whatever they say: better told than that the head does not import them. */
const refusals: ReadonlySet<string> = new Set([permissionIsByLabel, contextIsRefused].map(({ name }) => name));

/** The reasons why schemas do not fit, then what is wrong with single elements on other lines. */
function withMisfits(
  misfits: readonly CompositionProblem[],
  problems: readonly CompositionProblem[],
): readonly CompositionProblem[] {
  const place = ({ subgraph, line }: CompositionProblem): string => `${subgraph} ${String(line)}`;
  const refused = problems.filter(({ rule }) => refusals.has(rule));
  const [told, refusedAt] = [new Set(misfits.map(place)), new Set(refused.map(place))];
  return [
    ...misfits.filter((misfit) => !refusedAt.has(place(misfit))),
    ...refused,
    ...problems.filter((problem) => elementRules.has(problem.rule) && !told.has(place(problem))),
  ];
}

function readOne({
  name,
  sdl,
  url = nowhere(name),
}: Subgraph): { model: SubgraphModel; url: string } | { problem: CompositionProblem } {
  try {
    return { model: readSubgraph(name, parse(new Source(sdl, name))), url };
  } catch (error) {
    if (error instanceof GraphQLError) return { problem: fromGraphQLError(name, error) };
    throw error;
  }
}
