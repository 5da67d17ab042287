import { GraphQLError, parse, Source } from 'graphql';
import type { Vocabulary } from '@trellis/vocabulary';
import { checkRules } from './check-rules.ts';
import { fromGraphQLError } from './from-graphql-error.ts';
import { Network } from './model/network.ts';
import { readSubgraph } from './model/subgraph-model.ts';
import type { CompositionProblem } from './problem.ts';
import { rules } from './rules/rules.ts';

const name = 'supergraph';

/**
 * The faults that can still be seen in a supergraph that somebody else composed: against the rules without which its labels could not be
 * read or its records not be decided. Empty does not mean that the graph was composed under all the rules.
 */
export function checkSupergraph(supergraphSdl: string, vocabulary: Vocabulary): readonly CompositionProblem[] {
  try {
    const supergraph = readSubgraph(name, parse(new Source(supergraphSdl, name)));
    return checkRules(
      new Network([supergraph], vocabulary),
      rules.filter(({ onSupergraph }) => onSupergraph),
    ).problems;
  } catch (error) {
    if (error instanceof GraphQLError) return [fromGraphQLError(name, error)];
    throw error;
  }
}
