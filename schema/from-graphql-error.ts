import type { GraphQLError } from 'graphql';
import type { CompositionProblem } from './problem.ts';

/** GraphQL's or Apollo's own complaint, in our form; it names the place and the fix itself. */
export function fromGraphQLError(
  rule: 'syntax' | 'composition',
  subgraph: string,
  error: GraphQLError,
): CompositionProblem {
  const [node] = error.nodes ?? [];
  const [place] = error.locations ?? [];
  return {
    rule,
    subgraph: node?.loc?.source.name ?? /^\[(?<name>[^\]]+)\]/.exec(error.message)?.groups?.['name'] ?? subgraph,
    ...(place && { line: place.line, column: place.column }),
    message: error.message,
    fix: rule === 'syntax' ? 'Correct the syntax.' : 'Change the schema as the message says.',
  };
}
