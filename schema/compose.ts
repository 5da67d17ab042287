import { composeServices, type CompositionFailure } from '@apollo/composition';
import { GraphQLError, parse, Source } from 'graphql';
import type { Vocabulary } from '@trellis/vocabulary';
import { checkRules } from './check-rules.ts';
import { checkSupergraph } from './check-supergraph.ts';
import { fromGraphQLError } from './from-graphql-error.ts';
import { withOwnDirectiveNames } from './model/own-directive-names.ts';
import { Network } from './model/network.ts';
import { labelsIdentity } from './model/specs.ts';
import { readSubgraph, type SubgraphModel } from './model/subgraph-model.ts';
import type { CompositionProblem } from './problem.ts';
import type { Rule } from './rules/rule.ts';
import { rules as allRules } from './rules/rules.ts';

/** An agency's schema, as it is handed to composition. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly url?: string;
}

/**
 * A supergraph with the questions that only its agencies can answer (a number that might count the withheld), or the problems that stop it.
 */
export type Composition =
  | { readonly supergraphSdl: string; readonly questions: readonly CompositionProblem[] }
  | { readonly problems: readonly CompositionProblem[] };

/** Apollo's composition: joins schemas that keep the rules into one supergraph. A function of the services, so its result may be kept. */
export type Join = (
  services: Parameters<typeof composeServices>[0],
) => { readonly supergraphSdl: string; readonly errors?: undefined } | Omit<CompositionFailure, 'schema' | 'hints'>;

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
  if (problems.length > 0) return { problems };

  const result = join(
    models.map(({ model, url }) => ({
      name: model.name,
      url,
      typeDefs: withOwnDirectiveNames(model.source, model.links, [labelsIdentity]),
    })),
  );
  if (result.errors) return { problems: result.errors.map((error) => fromGraphQLError('composition', '', error)) };
  const visible = checkSupergraph(result.supergraphSdl, vocabulary).filter(({ rule }) =>
    rules.some(({ name }) => name === rule),
  );
  if (visible.length > 0) return { problems: visible };
  return { supergraphSdl: result.supergraphSdl, questions };
}

function readOne({
  name,
  sdl,
  url = nowhere(name),
}: Subgraph): { model: SubgraphModel; url: string } | { problem: CompositionProblem } {
  try {
    return { model: readSubgraph(name, parse(new Source(sdl, name))), url };
  } catch (error) {
    if (error instanceof GraphQLError) return { problem: fromGraphQLError('syntax', name, error) };
    throw error;
  }
}
